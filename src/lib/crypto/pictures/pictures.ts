import { concat, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { sha256 } from '../conventions/sha256.ts';

/** Four of the 64 drawings, by number. */
export type Pictures = readonly [number, number, number, number];
export const DRAWINGS = 64;

function fourOf(bytes: Uint8Array): Pictures {
	const bits = (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!;
	return [bits >>> 18, (bits >>> 12) & 63, (bits >>> 6) & 63, bits & 63];
}

/** The pictures of one conversation: 24 bits over all that both sides said, alike on both or the two differ (F4.4). */
export async function picturesOf(knock: Bytes, hello: Bytes, number: Bytes): Promise<Pictures> {
	const said = concat(await sha256(knock), await sha256(hello), number);
	return fourOf(await sha256(dom('pictures', NO_ROOM, said)));
}

/** The same pictures in the same order. */
export function samePictures(a: Pictures, b: Pictures): boolean {
	return a.every((picture, i) => picture === b[i]);
}

/**
 * The true row among two others, in any order, for whoever hears the pictures read out: picking a row takes
 * listening, where a single one to say yes to would not. `random` gives so many unpredictable bytes.
 */
export function threeRows(truth: Pictures, random: (length: number) => Bytes): Pictures[] {
	const rows = [truth];
	while (rows.length < 3) {
		const other = fourOf(random(3));
		if (!rows.some((row) => samePictures(row, other))) rows.splice(randomBelow(rows.length + 1, random), 0, other);
	}
	return rows;
}

/** Even: of the 256 values those past the last whole multiple are thrown again. */
function randomBelow(limit: number, random: (length: number) => Bytes): number {
	for (;;) {
		const value = random(1)[0]!;
		if (value < 256 - (256 % limit)) return value % limit;
	}
}
