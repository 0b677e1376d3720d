import type { WebsocketProvider } from 'y-websocket';

const FIRST_MS = 1600;
const LONGEST_MS = 20_000;
/** y-websocket waits 100 ms × 2^n; from n = 4 on that leaves room for the spread below. */
const FROM = 3;

/**
 * Spreads the attempts to come back. y-websocket brings everybody back within two and a half seconds and at the
 * same beats, which fells a server that has just restarted. Between a fifth and the whole of a time that doubles.
 */
export function spreadReconnects(provider: WebsocketProvider, random: () => number): void {
	provider.on('connection-close', () => {
		const attempt = Math.max(provider.wsUnsuccessfulReconnects, FROM);
		const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - FROM));
		provider.wsUnsuccessfulReconnects = attempt;
		provider.maxBackoffTime = longest * (0.2 + 0.8 * random());
	});
}
