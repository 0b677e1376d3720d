import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { createStoreKey } from '#lib/crypto/localRow/createStoreKey.ts';
import { openRow } from '#lib/crypto/localRow/openRow.ts';
import { sealRow } from '#lib/crypto/localRow/sealRow.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';
import type { KeyRow, LocalStore, Row } from './localStore.ts';

/**
 * `keys` holds keys that no script can read out: `store`, `device`, and others by the names of rows, which have a `/`.
 * `rows` holds nothing that is not sealed.
 */
interface Shape extends DBSchema {
	keys: { key: string; value: Device | CryptoKey };
	rows: { key: string; value: Bytes };
}

const KEYS = 'keys';
const ROWS = 'rows';
const isKey = (one: Row | KeyRow): one is KeyRow => 'key' in one;

async function storeKeyOf(db: IDBPDatabase<Shape>): Promise<CryptoKey> {
	const fresh = await createStoreKey();
	// Two tabs may open at once: the first to write decides, in one transaction.
	const change = db.transaction('keys', 'readwrite');
	const kept = (await change.store.get('store')) as CryptoKey | undefined;
	if (!kept) await change.store.put(fresh, 'store');
	await change.done;
	return kept ?? fresh;
}

/**
 * The store of one room and one person in this browser. Throws DataCloneError where the browser cannot keep keys
 * (SR38); then `memoryStore` is the only honest choice.
 */
export async function indexedDbStore(roomId: RoomId, person: string): Promise<LocalStore> {
	const database = `rondom/${roomId}/${person}`;
	const room = fromHex(roomId);
	const db = await openDB<Shape>(database, 1, {
		upgrade(fresh) {
			fresh.createObjectStore('keys');
			fresh.createObjectStore(ROWS);
		},
		// Another tab wipes this room: let it.
		blocking: () => db.close()
	});
	const key = await storeKeyOf(db);
	const seal = ({ name, content }: Row) => sealRow(key, room, ROWS, name, content);
	const open = (name: string, sealed: Bytes) => openRow(key, room, ROWS, name, sealed);

	return {
		readDevice: async () => ((await db.get('keys', 'device')) as Device | undefined) ?? null,
		keepDevice: async (device) => void (await db.put('keys', device, 'device')),
		async read(name) {
			const sealed = await db.get(ROWS, name);
			return sealed === undefined ? null : open(name, sealed);
		},
		readKey: async (name) => ((await db.get(KEYS, name)) as CryptoKey | undefined) ?? null,
		async list(prefix) {
			const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
			// In one transaction: another tab may be writing, and names and contents must fit together.
			const { store } = db.transaction(ROWS);
			const [names, sealed] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
			const rows = await Promise.all(
				names.map(async (name, i) => ({ name, content: await open(name, sealed[i]!) }))
			);
			return rows.flatMap(({ name, content }) => (content === null ? [] : [{ name, content }]));
		},
		async change(put, remove = []) {
			// Sealing takes time, and IndexedDB ends a transaction that waits: everything is sealed first.
			const rows = put.filter((one): one is Row => !isKey(one));
			const sealed = await Promise.all(rows.map(seal));
			const change = db.transaction([ROWS, KEYS], 'readwrite', { durability: 'strict' });
			const [rowStore, keyStore] = [change.objectStore(ROWS), change.objectStore(KEYS)];
			await Promise.all([
				...remove.flatMap((name) => [rowStore.delete(name), keyStore.delete(name)]),
				...rows.map(({ name }, i) => rowStore.put(sealed[i]!, name)),
				...put.filter(isKey).map(({ name, key }) => keyStore.put(key, name)),
				change.done
			]);
		},
		close: () => db.close(),
		async wipe() {
			db.close();
			await deleteDB(database);
		}
	};
}
