import type { IncomingMessage } from 'node:http';

/** The session cookie; it holds the person's own PocketBase token. */
const COOKIE = 'rondom';

/** The token in the session cookie; empty without one. */
export function tokenOf(request: IncomingMessage): string {
	for (const pair of request.headers.cookie?.split(';') ?? []) {
		const [name, value] = pair.trim().split('=', 2);
		if (name === COOKIE && value && /^[\w.-]+$/.test(value)) return value;
	}
	return '';
}

/** The person's own address: what the proxy in front says last in `header`, or where the socket comes from. */
export function addressOf(request: IncomingMessage, header: string | undefined): string {
	const said = header && request.headers[header.toLowerCase()];
	const last = String(said ?? '').split(',').at(-1)!.trim();
	return last || request.socket.remoteAddress || '';
}

/**
 * Browsers let any page open a socket to any host and send the cookie along, so the page's origin must be ours.
 * A request without an origin does not come from a page; it is refused too, as nobody needs it.
 */
export function isSameOrigin(request: IncomingMessage, others: string[]): boolean {
	const { origin, host } = request.headers;
	if (!origin) return false;
	return others.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}
