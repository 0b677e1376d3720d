import PocketBase from 'pocketbase';

/** What gives a signed-in superuser's client; signs in again when the token has run out. */
export function superuserOf(url: string, mail: string, password: string): () => Promise<PocketBase> {
	const client = new PocketBase(url).autoCancellation(false);
	let signingIn: Promise<unknown> | undefined;
	return async () => {
		if (!client.authStore.isValid) {
			signingIn ??= client
				.collection('_superusers')
				.authWithPassword(mail, password)
				.finally(() => (signingIn = undefined));
			await signingIn;
		}
		return client;
	};
}
