import { openDB, type DBSchema } from 'idb';
import type { RoomId } from '#lib/crypto/roster/record.ts';

/** Which room this device holds to for a conference and person, whatever the server says (SR1). */
export type Pins = {
	read(conference: string, person: string): Promise<RoomId | null>;
	/** Only ever the first time: a pin that stands is not moved, and another room is refused with false. */
	pin(conference: string, person: string, roomId: RoomId): Promise<boolean>;
};

interface Shape extends DBSchema {
	rooms: { key: string; value: RoomId };
}

/** Kept in this browser: room names only, no keys. */
export async function browserPins(): Promise<Pins> {
	const db = await openDB<Shape>('rondom/rooms', 1, { upgrade: (fresh) => void fresh.createObjectStore('rooms') });
	const name = (conference: string, person: string) => `${conference}/${person}`;
	return {
		read: async (conference, person) => (await db.get('rooms', name(conference, person))) ?? null,
		async pin(conference, person, roomId) {
			const change = db.transaction('rooms', 'readwrite');
			const standing = await change.store.get(name(conference, person));
			if (standing === undefined) await change.store.put(roomId, name(conference, person));
			await change.done;
			return standing === undefined || standing === roomId;
		}
	};
}

/** Forgotten with the page. */
export function memoryPins(): Pins {
	const rooms = new Map<string, RoomId>();
	return {
		read: async (conference, person) => rooms.get(`${conference}/${person}`) ?? null,
		async pin(conference, person, roomId) {
			const name = `${conference}/${person}`;
			if (!rooms.has(name)) rooms.set(name, roomId);
			return rooms.get(name) === roomId;
		}
	};
}
