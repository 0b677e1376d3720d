import PocketBase from 'pocketbase';
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
		options.headers = { ...options.headers, 'X-Rondom-Address': address };
		return { url, options };
	};
	if (token) client.authStore.save(token, null);
	return client;
}
