import type { SealedRoom } from './SealedRoom.ts';

/**
 * Sends what is typed as soon as the page goes out of sight, which on a phone may be the last it hears (F9), and
 * tries the wire at once when the network is back. Returns what ends it.
 */
export function flushWhenHidden(room: Pick<SealedRoom, 'flush' | 'retry'>, page: Window): () => void {
	const flush = () => void room.flush();
	const whenHidden = () => {
		if (page.document.visibilityState === 'hidden') flush();
	};
	const retry = () => void room.retry();
	page.document.addEventListener('visibilitychange', whenHidden);
	page.addEventListener('pagehide', flush);
	page.addEventListener('online', retry);
	return () => {
		page.document.removeEventListener('visibilitychange', whenHidden);
		page.removeEventListener('pagehide', flush);
		page.removeEventListener('online', retry);
	};
}
