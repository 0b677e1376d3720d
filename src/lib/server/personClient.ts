import PocketBase from 'pocketbase';
import { clock } from './clock.ts';
import { serverSettings } from './settings.ts';

/**
 * A PocketBase client for one request of one person; PocketBase decides with that person's own rights.
 * @param address the person's network address, so that rate limits count per person and not for everybody at once
 * @param token the person's own token; without it nobody is signed in
 */
export function personClient(address: string, token?: string): PocketBase {
	const client = new PocketBase(serverSettings().POCKETBASE_URL);
	client.autoCancellation(false);
	client.beforeSend = (url, options) => {
		// The demo's clock, for what is written down with a time; PocketBase hears of it in the demo only (CK1).
		const moment: Record<string, string> = serverSettings().DEMO_NOW ? { 'X-Rondom-Moment': clock.now().toISOString() } : {};
		options.headers = { ...options.headers, ...moment, 'X-Rondom-Address': address };
		return { url, options };
	};
	if (token) client.authStore.save(token, null);
	return client;
}
