import type { Language } from './language.ts';

/** A conference is held at one place; its times are that place's. */
const timeZone = 'Europe/Amsterdam';
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** `zaterdag 16 januari 2027, 15:00`. @param at ISO 8601 */
export function moment(at: string, language: Language): string {
	const style = { dateStyle: 'full', timeStyle: 'short', timeZone } as const;
	return new Intl.DateTimeFormat(locales[language], style).format(new Date(at));
}

/** `zaterdag 17 april 2027`. @param date as `2027-04-17` */
export function day(date: string, language: Language): string {
	return new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
}

/** `16 jan 2027`. @param at ISO 8601 */
export function shortDay(at: string, language: Language): string {
	return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone }).format(new Date(at));
}

/** `16 jan, 14:02`. @param at in milliseconds */
export function shortMoment(at: number, language: Language): string {
	const style = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone } as const;
	return new Intl.DateTimeFormat(locales[language], style).format(new Date(at));
}

/** `Yara, Hülya en Bas`. */
export function listed(names: readonly string[], language: Language): string {
	return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}

/** `Yara, Hülya of Bas`. */
export function either(names: readonly string[], language: Language): string {
	return new Intl.ListFormat(locales[language], { type: 'disjunction' }).format(names);
}
