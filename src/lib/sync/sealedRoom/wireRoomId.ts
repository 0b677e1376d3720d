import type { RoomId } from '#lib/crypto/roster/record.ts';

/** The room's name on the wire: 32 hexadecimal letters, the first half of its id. */
export function wireRoomId(roomId: RoomId): string {
	return roomId.slice(0, 32);
}
