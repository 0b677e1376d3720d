import { languageOf, type Language } from './language.ts';

export const LETTERS = ['normal', 'large'] as const;
/** `auto`: as the device has it. */
export const THEMES = ['auto', 'light', 'dark'] as const;

/** How somebody wants to read: kept in the browser only, in cookies that say nothing about anybody. */
export type Preferences = {
	language: Language | undefined;
	letters: (typeof LETTERS)[number];
	theme: (typeof THEMES)[number];
};
/** Seconds for which it is kept. */
export const KEPT = 365 * 24 * 3600;

/** What the cookies of a page say; anything else is as if not said. @param cookie as in `document.cookie` */
export function preferencesIn(cookie: string): Preferences {
	const value = (name: string) => new RegExp(`(?:^|; )${name}=(\\w+)`).exec(cookie)?.[1];
	return {
		language: languageOf(value('language')),
		letters: LETTERS.find((one) => one === value('letters')) ?? 'normal',
		theme: THEMES.find((one) => one === value('theme')) ?? 'auto'
	};
}
