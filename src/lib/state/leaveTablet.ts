import { leave, type Leaving, type LeavingHow } from '#lib/sync/leaving/leave.ts';
import type { OurRoom } from './OurRoom.svelte.ts';
import { forgetPlaces } from './places.ts';

/** Leaves a device that keeps nothing, once everything is sent or when told to; the page forgets its room (F14). */
export async function leaveTablet(room: OurRoom, how: LeavingHow = {}): Promise<Leaving> {
	if (!room.sealed) return 'left';
	const outcome = await leave(room.sealed, how);
	if (outcome === 'left') forgetPlaces();
	return outcome;
}
