import { z } from 'zod';
import { Language } from './language.ts';

/** How somebody wants to read: kept in the browser only, in cookies that say nothing about anybody. */
export const Preferences = z.object({ language: Language.optional(), letters: z.enum(['normal', 'large']).optional() });
export type Preferences = z.infer<typeof Preferences>;

/** What the cookies of a page say; anything else is as if not said. @param cookie as in `document.cookie` */
export function preferencesIn(cookie: string): Preferences {
	const value = (name: string) => new RegExp(`(?:^|; )${name}=(\\w+)`).exec(cookie)?.[1];
	const language = Language.safeParse(value('language')).data;
	return { language, letters: value('letters') === 'large' ? 'large' : 'normal' };
}
