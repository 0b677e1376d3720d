import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RoomId } from '#lib/crypto/roster/record.ts';

/** Which room this device holds to for a conference and person, whatever the server says (SR1). */
export type Pins = {
	read(conference: string, person: string): Promise<RoomId | null>;
	/** Only ever the first time: a pin that stands is not moved, and another room is refused with false. */
	pin(conference: string, person: string, roomId: RoomId): Promise<boolean>;
	/** From one room to another, by the person's own yes (F12); false when the pin was not at `from`. */
	move(conference: string, person: string, from: RoomId, to: RoomId): Promise<boolean>;
	/** The room ended here (F13): its name stays, so that nobody begins or opens it again unknowing. */
	markClosed(conference: string, person: string): Promise<void>;
	/** Of whom this device holds to a room of this conference. */
	persons(conference: string): Promise<string[]>;
	/** Of the room that it holds to now, which may be another since (F12). */
	isClosed(conference: string, person: string): Promise<boolean>;
};

/** Rooms by `<conference>/<person>`, and what ended by `closed/<conference>/<person>`. */
interface Shape extends DBSchema {
	rooms: { key: string; value: RoomId };
}
type Names = {
	get(name: string): Promise<RoomId | undefined>;
	all(): Promise<string[]>;
	/** In one step: false, and nothing done, where it was another. */
	swap(name: string, was: RoomId | null, is: RoomId): Promise<boolean>;
};

function pinsIn({ get, all, swap }: Names): Pins {
	const name = (conference: string, person: string) => `${conference}/${person}`;
	return {
		read: async (conference, person) => (await get(name(conference, person))) ?? null,
		async pin(conference, person, roomId) {
			return (await swap(name(conference, person), null, roomId)) || (await get(name(conference, person))) === roomId;
		},
		move: (conference, person, from, to) => swap(name(conference, person), from, to),
		async markClosed(conference, person) {
			const closed = `closed/${name(conference, person)}`;
			const roomId = await get(name(conference, person));
			if (roomId !== undefined) await swap(closed, (await get(closed)) ?? null, roomId);
		},
		async persons(conference) {
			return (await all()).flatMap((one) => (one.startsWith(name(conference, '')) ? [one.slice(conference.length + 1)] : []));
		},
		async isClosed(conference, person) {
			const closed = await get(`closed/${name(conference, person)}`);
			return closed !== undefined && closed === (await get(name(conference, person)));
		}
	};
}

const DATABASE = 'rondom/rooms';

/** Open no longer than it takes, so that it can be taken away. */
async function during<T>(look: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
	const db = await openDB<Shape>(DATABASE, 1, { upgrade: (fresh) => void fresh.createObjectStore('rooms') });
	try {
		return await look(db);
	} finally {
		db.close();
	}
}

/** Kept in this browser: room names only, no keys. */
export async function browserPins(): Promise<Pins> {
	return pinsIn({
		get: (name) => during((db) => db.get('rooms', name)),
		all: () => during((db) => db.getAllKeys('rooms')),
		swap: (name, was, is) =>
			during(async (db) => {
				const change = db.transaction('rooms', 'readwrite');
				const fits = ((await change.store.get(name)) ?? null) === was;
				if (fits) await change.store.put(is, name);
				await change.done;
				return fits;
			})
	});
}

/** Takes the list away where it holds nothing, of anybody (F14). */
export async function dropEmptyPins(): Promise<void> {
	if ((await during((db) => db.count('rooms'))) === 0) await deleteDB(DATABASE);
}

/** Forgotten with the page. */
export function memoryPins(): Pins {
	const rooms = new Map<string, RoomId>();
	return pinsIn({
		get: async (name) => rooms.get(name),
		all: async () => [...rooms.keys()],
		async swap(name, was, is) {
			const fits = (rooms.get(name) ?? null) === was;
			if (fits) rooms.set(name, is);
			return fits;
		}
	});
}
