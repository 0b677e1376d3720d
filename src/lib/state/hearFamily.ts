import { askNews } from './roomInfo.ts';
import { whileLooking } from './whileLooking.ts';

/**
 * For who waits outside: tells when the family asks something, or private time has ended. It hears nothing else of
 * the room (PT1). Returns what ends it.
 */
export function hearFamily(conference: string, changed: () => void): () => void {
	let known: string | undefined;
	const ask = async () => {
		const news = JSON.stringify(await askNews(conference));
		if (known !== undefined && news !== undefined && news !== known) changed();
		known = news ?? known;
	};
	void ask();
	return whileLooking(() => void ask());
}
