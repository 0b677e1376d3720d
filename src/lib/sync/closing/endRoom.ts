import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { wireRoomId } from '../sealedRoom/wireRoomId.ts';
import { waitFor } from '../waitFor.ts';

/** A server that keeps a device offline must not keep the text alive on it. */
const PATIENCE_MS = 60_000;

/**
 * Ends a room whose close is in effect (F13). At the server one entry with the lines of the roster remains, which
 * tells latecomers that it ended, and the boxes to open it with; the text goes, the server is told to erase it
 * with its backups, and this device wipes text and keys. Which room it was stays known, so that nobody begins it anew unknowing.
 */
export async function endRoom(room: SealedRoom): Promise<void> {
	const { admission, scheduler } = room.ports;
	const { gate } = room.book.parts;
	if (await waitFor(() => gate.maySeal, [room.book], scheduler, PATIENCE_MS)) {
		await leaveRemainder(room);
		await waitFor(() => room.book.isStored, [room.book], scheduler, PATIENCE_MS);
	}
	await admission?.erased(wireRoomId(room.roomId)).catch(() => {});
	await room.close({ keepsWords: false });
	await room.store.wipe();
	const { conference, person, pins } = room.settings;
	await pins.markClosed(conference, person);
	room.hasEnded = true;
	room.tell();
}

async function leaveRemainder({ book, circle, opened }: SealedRoom): Promise<void> {
	const { heads, log, writer } = book.parts;
	const under = await writer.current();
	const records = circle.roster.wellFormed.map(({ bytes }) => bytes);
	if (under === null) return;
	const { bytes } = await writer.seal({ kind: 'records', records }, heads.moved(), under);
	log.clear([bytes], (name) => !name.startsWith('b/'));
	for (const { parts } of opened) if (parts.document !== 'book') parts.log.clear();
}
