import { languageOf, type Language } from './language.ts';

/** How somebody wants to read: kept in the browser only, in cookies that say nothing about anybody. */
export type Preferences = { language: Language | undefined; letters: 'normal' | 'large' };

/** What the cookies of a page say; anything else is as if not said. @param cookie as in `document.cookie` */
export function preferencesIn(cookie: string): Preferences {
	const value = (name: string) => new RegExp(`(?:^|; )${name}=(\\w+)`).exec(cookie)?.[1];
	return { language: languageOf(value('language')), letters: value('letters') === 'large' ? 'large' : 'normal' };
}
