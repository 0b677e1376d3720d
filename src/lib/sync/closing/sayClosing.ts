import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { RecordContent } from '#lib/crypto/roster/record.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';

/** `notNow`: not inside, or not connected and up to date; nothing has been said. */
export type Said = 'said' | 'notNow';

async function say(room: SealedRoom, contents: RecordContent[]): Promise<Said> {
	const { book, circle } = room;
	if (!book.parts.gate.maySeal) return 'notNow';
	const records = [];
	for (const content of contents) records.push(await circle.sign(content));
	await book.publishRecords(records.map(({ bytes }) => bytes));
	return 'said';
}

/** This person wants to end the room for all (F13); names the close of another, where there is one, as agreed with. */
export async function sayClose(room: SealedRoom): Promise<Said> {
	const { closes } = room.closing.state;
	const mine = room.circle.me?.person;
	if (closes.some(({ person }) => person === mine)) return 'said';
	const other = closes.find(({ person }) => person !== mine);
	return say(room, [{ kind: 'close', other: other ? fromHex(other.id) : new Uint8Array(32) }]);
}

/** Keeps the room: takes back every close that runs. Anybody inside may. */
export function sayKeep(room: SealedRoom): Promise<Said> {
	const { closes } = room.closing.state;
	return say(room, closes.map(({ id }) => ({ kind: 'keep', close: fromHex(id) })));
}
