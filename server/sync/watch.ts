import { EventSource } from 'eventsource';
import PocketBase, { type RecordModel } from 'pocketbase';
import type { Scope, SyncServer } from './SyncServer.ts';

/** While nothing is heard of changes, everybody's rights are asked again this often. */
const UNHEARD_EVERY_MS = 5000;
/** Some rights end by the clock alone, and so do sessions. */
const ALWAYS_EVERY_MS = 5 * 60_000;

/** Which rights a changed row touches. */
const WATCHED: Record<string, (row: RecordModel) => Scope> = {
	accounts: (row) => ({ account: row.id }),
	conferences: (row) => ({ conference: row.id }),
	participants: (row) => ({ conference: String(row.conference) }),
	hats: (row) => ({ conference: String(row.conference) }),
	let_in: (row) => ({ conference: String(row.conference) }),
	door_openings: (row) => ({ conference: String(row.conference) }),
	rooms: (row) => ({ conference: String(row.conference) }),
	consents: (row) => ({ conference: String(row.conference) })
};

/**
 * Makes the sync server ask again as soon as a row changes on which rights rest: a withdrawn coordinator's open
 * page must fall silent at once (CO3). A superuser's job, as nobody else hears of every row; of each it is told
 * the ids only. Resolves when it listens; rejects when PocketBase cannot be reached or refuses.
 */
export async function watchRights(
	pocketbase: { superuser(): Promise<PocketBase> },
	sync: Pick<SyncServer, 'recheck'>
): Promise<{ stop(): void }> {
	globalThis.EventSource ??= EventSource as unknown as typeof globalThis.EventSource;
	const own = await clientOfItsOwn(pocketbase);
	const askAll = (): void => sync.recheck({}, { hold: false });
	let unheard: NodeJS.Timeout | undefined;
	own.realtime.onDisconnect = (topics) => {
		if (!topics.length || unheard) return;
		unheard = setInterval(askAll, UNHEARD_EVERY_MS);
		askAll();
	};
	for (const [collection, scopeOf] of Object.entries(WATCHED)) {
		const heard = ({ record }: { record: RecordModel }): void => sync.recheck(scopeOf(record));
		await own.collection(collection).subscribe('*', heard, { fields: 'id,conference' });
	}
	await own.realtime.subscribe('PB_CONNECT', () => {
		clearInterval(unheard);
		unheard = undefined;
		// What changed in between was not heard.
		askAll();
	});
	const always = setInterval(askAll, ALWAYS_EVERY_MS);
	return {
		stop() {
			clearInterval(always);
			clearInterval(unheard);
			void own.realtime.unsubscribe().catch(() => undefined);
		}
	};
}

/**
 * Listening goes on for months and is renewed every half hour; each time it must be with a token that counts then,
 * or PocketBase would take the listener for a visitor and, without a word, tell it nothing.
 */
async function clientOfItsOwn(pocketbase: { superuser(): Promise<PocketBase> }): Promise<PocketBase> {
	const { baseURL } = await pocketbase.superuser();
	const own = new PocketBase(baseURL).autoCancellation(false);
	own.beforeSend = async (url, options) => {
		const { token } = (await pocketbase.superuser()).authStore;
		return { url, options: { ...options, headers: { ...options.headers, Authorization: token } } };
	};
	return own;
}
