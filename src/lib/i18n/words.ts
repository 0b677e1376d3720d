import { page } from '$app/state';
import type { Words } from './nl.ts';
import type { Language } from './language.ts';

/** All words of the page that is being shown, in the language of whoever reads it. */
export function words(): Words {
	return page.data.words;
}

/** Fetches one dictionary; only the language in use travels to the browser. */
export async function dictionary(language: Language): Promise<Words> {
	return language === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl;
}
