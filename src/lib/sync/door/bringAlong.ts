import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';

/** From `moveIn`, for after a yes. */
export type BringOver = () => Promise<SealedRoom | null>;

/**
 * `twoRooms`: let in, and this device holds to another room; it asks first (F12). `isLate`: after a yes not everything
 * could be brought over, so all is as it was and may be tried again.
 */
export type TwoRoomsState = { at: 'twoRooms'; isLate: boolean } | { at: 'bringing' };

/** After the yes: the room once all is there, and null where nothing has changed. */
export async function bringAlong(
	bring: BringOver | null,
	become: (state: TwoRoomsState) => void
): Promise<SealedRoom | null> {
	if (bring === null) return null;
	become({ at: 'bringing' });
	const room = await bring().catch(() => null);
	if (room === null) become({ at: 'twoRooms', isLate: true });
	return room;
}
