import { alsoBring } from '#lib/i18n/words.ts';
import { load as loadRoom, prerender, ssr } from '../onze-ruimte/+page.ts';
import type { PageLoad } from './$types';

export { prerender, ssr };

/** As the sealed room's own page: made at build time, and what it is about stands behind `#`. */
export const load: PageLoad = () => {
	alsoBring('sheet');
	return loadRoom();
};
