import type { Pins } from '../localStore/pins.ts';
import type { OpenStore } from '../sealedRoom/beginRoom.ts';

/**
 * What this device has of a conference's room: `here`: keys. `keysGone`: it knows which room, and no longer how to
 * open it (F7); come in again by any way and take the old device out. `closed`: the room ended here (F13).
 * `nothing`: it never was in, or the browser forgot all of it; whether this person was let in, the server knows.
 */
export type Here = 'here' | 'keysGone' | 'closed' | 'nothing';

export async function lookHere(
	conference: string,
	person: string,
	{ pins, openStore }: { pins: Pins; openStore: OpenStore }
): Promise<Here> {
	if (await pins.isClosed(conference, person)) return 'closed';
	const roomId = await pins.read(conference, person);
	if (roomId === null) return 'nothing';
	const store = await openStore(roomId, person);
	try {
		return (await store.readDevice()) === null ? 'keysGone' : 'here';
	} finally {
		store.close();
	}
}
