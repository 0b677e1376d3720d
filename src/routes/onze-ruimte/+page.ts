import { roomWords } from '#lib/i18n/words.ts';
import { preferredLanguage } from '#lib/i18n/language.ts';
import { preferencesIn } from '#lib/i18n/preferences.ts';

/**
 * The sealed room: one page for everybody, made at build time and shown by the browser alone. Which conference it
 * is stands behind `#`, so that the server sees neither that nor anything else.
 */
export const prerender = true;
export const ssr = false;

export const load = async () => {
	const { language = preferredLanguage(navigator.language), letters, theme } = preferencesIn(document.cookie);
	document.documentElement.lang = language;
	Object.assign(document.documentElement.dataset, { letters, theme });
	return { language, words: await roomWords(language) };
};
