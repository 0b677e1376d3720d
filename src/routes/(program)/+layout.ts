import { dictionary, entranceWords } from '#lib/i18n/words.ts';
import type { LayoutLoad } from './$types';

/** Who comes in for the first time, on whatever phone, waits for no more words than that page has. */
export const load: LayoutLoad = async ({ data, route }) => {
	const words = route.id?.startsWith('/(program)/in/') ? entranceWords : dictionary;
	return { ...data, words: await words(data.language) };
};
