import * as encoding from 'lib0/encoding';
import { concat, fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import type { Reader } from '../conventions/Reader.ts';
import { sha256 } from '../conventions/sha256.ts';
import { write, writeList } from '../conventions/write.ts';
import { LOCKBOX_LENGTH } from '../lockbox/lockbox.ts';
import type { RecordId, RoomId } from '../roster/record.ts';

/**
 * What a newcomer is handed at the door (F3.4): which room is the true one, a box with the key of its write
 * generation, and the heads of the roster with the own admit in it, so that an older room will not do (SR8).
 */
export type Welcome = { roomId: RoomId; lockbox: Bytes; heads: RecordId[] };

/** roomId 32 ‖ lockbox 158 ‖ n × head 32. */
export function writeWelcome({ roomId, lockbox, heads }: Welcome): Bytes {
	if (lockbox.length !== LOCKBOX_LENGTH) throw new RangeError(`a lockbox has ${LOCKBOX_LENGTH} bytes`);
	return write((writer) => {
		encoding.writeUint8Array(writer, fromHex(roomId));
		encoding.writeUint8Array(writer, lockbox);
		writeList(writer, heads, (id) => encoding.writeUint8Array(writer, fromHex(id)));
	});
}

/** The reverse; throws Malformed. */
export function readWelcome(reader: Reader): Welcome {
	const roomId = toHex<'room'>(reader.bytes(32));
	const lockbox = reader.bytes(LOCKBOX_LENGTH);
	return { roomId, lockbox, heads: reader.list(() => toHex<'record'>(reader.bytes(32))) };
}

/** What a welcome is proved over. `said`: the knock, and with pictures the hello too. */
export async function welcomeToProve(said: readonly Bytes[], body: Bytes): Promise<Bytes> {
	const hashes = await Promise.all(said.map(sha256));
	return dom('welcome', NO_ROOM, concat(...hashes), body);
}
