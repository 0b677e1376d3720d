import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { beginRoster } from '#lib/crypto/roster/beginRoster.ts';
import type { Belonging, RoomId } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Pins } from '../localStore/pins.ts';

export type Begun = { roomId: RoomId; store: LocalStore };
export type OpenStore = (roomId: RoomId, person: string) => Promise<LocalStore>;

/**
 * Begins a room (F1): makes keys and the first records, and keeps them on this device. Nothing is on the wire
 * yet; the room publishes itself when it is opened and the server lets this person in. Null when this device
 * already holds to a room for this conference (SR1).
 */
export async function beginRoom(
	conference: string,
	who: Belonging,
	{ pins, openStore }: { pins: Pins; openStore: OpenStore }
): Promise<Begun | null> {
	if ((await pins.read(conference, who.person)) !== null) return null;
	const device = await createDevice();
	const { roomId, records, generation, key } = await beginRoster(device, who);
	const store = await openStore(roomId, who.person);
	await store.keepDevice(device);
	await store.change([
		...records.map(({ id, bytes }) => ({ name: `record/${id}`, content: bytes })),
		{ name: `generation/${generation}`, content: key }
	]);
	// The pin comes last: a page that was closed halfway has begun nothing.
	if (await pins.pin(conference, who.person, roomId)) return { roomId, store };
	await store.wipe();
	return null;
}
