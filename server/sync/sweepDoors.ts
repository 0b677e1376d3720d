import { parseRoom } from '#lib/sync/protocol.ts';
import type { Rooms } from './Rooms.ts';
import type { RoomStore } from './RoomStore.ts';

/**
 * Goes past every door, also those where nobody comes any more. What went is folded out of the journal, so that it
 * does not lie on the disk for as long as nobody writes (the journal before goes with the fold after this one).
 */
export async function sweepDoors(store: RoomStore, rooms: Rooms, now?: number): Promise<void> {
	let hasGone = false;
	for (const name of await store.names('door/')) {
		const room = parseRoom(name);
		if (!room) continue;
		try {
			hasGone = (await rooms.enter(room)).tidy(now) || hasGone;
		} finally {
			await rooms.leave(room);
		}
	}
	if (hasGone) await store.fold();
}
