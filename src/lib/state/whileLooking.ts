const EVERY_MS = 20_000;

/**
 * Asks again and again while somebody looks at the page, and at once when they come back to it. A page that nobody
 * looks at asks nothing. Returns what ends it.
 */
export function whileLooking(ask: () => void): () => void {
	const askIfSeen = () => document.visibilityState === 'visible' && ask();
	const timer = setInterval(askIfSeen, EVERY_MS);
	document.addEventListener('visibilitychange', askIfSeen);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', askIfSeen);
	};
}
