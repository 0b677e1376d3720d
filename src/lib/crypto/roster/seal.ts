import { toHex, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { sha256 } from '../conventions/sha256.ts';
import { GENESIS } from './body.ts';
import type { RecordId } from './record.ts';

/** The first record makes the room, so it is named and signed before there is one. */
function roomOf(body: Bytes, roomId: Bytes): Bytes {
	return body[0] === GENESIS ? NO_ROOM : roomId;
}

/** What a record's author signs. */
export function recordToSign(body: Bytes, roomId: Bytes): Bytes {
	return dom('record/sign', roomOf(body, roomId), body);
}

/** An id covers the body only: a signature can be altered and still verify. */
export async function recordIdOf(body: Bytes, roomId: Bytes): Promise<RecordId> {
	return toHex(await sha256(dom('record', roomOf(body, roomId), body)));
}
