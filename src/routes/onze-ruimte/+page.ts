import { dictionary } from '#lib/i18n/words.ts';
import { Language } from '#lib/i18n/language.ts';
import type { PageLoad } from './$types';

/**
 * The sealed room: one page for everybody, made at build time and shown by the browser alone. Which conference it
 * is stands behind `#`, so that the server sees neither that nor anything else.
 */
export const prerender = true;
export const ssr = false;

export const load: PageLoad = async () => {
	const chosen = /(?:^|; )language=(\w\w)/.exec(document.cookie)?.[1] ?? navigator.language.slice(0, 2);
	const language = Language.catch('nl').parse(chosen);
	return { language, words: await dictionary(language) };
};
