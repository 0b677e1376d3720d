import * as encoding from 'lib0/encoding';
import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { isMacOf, mac, MAC_LENGTH } from '../conventions/mac.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { Malformed, readWhole, type Reader } from '../conventions/Reader.ts';
import { write, writeText } from '../conventions/write.ts';
import type { InviteKey } from './invite.ts';

const STATE = { open: 1, void: 2 } as const;

/**
 * What the inviting device lets the holder of the link know: who invites ("wachten op Yara"), and that the invite
 * is void, so that nobody waits for ever. It informs; a server that repeats an old one delays that word, no more.
 */
export type InviteNotice = { state: keyof typeof STATE; name: string };

function noticeToProve({ id }: InviteKey, body: Bytes): Bytes {
	return dom('invite/notice', NO_ROOM, fromHex(id), body);
}

function readNotice(reader: Reader): InviteNotice {
	const number = reader.u8();
	const state = number === STATE.open ? 'open' : number === STATE.void ? 'void' : null;
	if (state === null) throw new Malformed('an unknown state of an invite');
	return { state, name: reader.text() };
}

/** state u8 ‖ name ‖ HMAC. */
export async function makeNotice(key: InviteKey, { state, name }: InviteNotice): Promise<Bytes> {
	const body = write((writer) => {
		encoding.writeUint8(writer, STATE[state]);
		writeText(writer, name);
	});
	return concat(body, await mac(key.mac, noticeToProve(key, body)));
}

/** A notice by whoever holds the invite's key; anything else is refused. */
export async function openNotice(key: InviteKey, bytes: Bytes): Promise<Opened<InviteNotice>> {
	if (bytes.length <= MAC_LENGTH) return refused('SR7');
	const body = bytes.slice(0, -MAC_LENGTH);
	if (!(await isMacOf(key.mac, noticeToProve(key, body), bytes.slice(-MAC_LENGTH)))) return refused('SR7');
	const notice = readWhole(body, readNotice);
	return notice ? opened(notice) : refused('SR7');
}
