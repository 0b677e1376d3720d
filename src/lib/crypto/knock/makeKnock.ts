import * as encoding from 'lib0/encoding';
import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { mac } from '../conventions/mac.ts';
import { write } from '../conventions/write.ts';
import type { InviteKey } from '../invite/invite.ts';
import { KNOCK_VERSION, writeCaller, type Caller } from './knock.ts';

/** What the MAC of a knock covers. */
export function knockToProve(body: Bytes): Bytes {
	return dom('knock', NO_ROOM, body);
}

/** 01 ‖ invite 8 ‖ caller ‖ HMAC (F3.2): proves that its maker holds the link, and whose device it is. */
export async function makeKnock(key: InviteKey, caller: Caller): Promise<Bytes> {
	const body = write((writer) => {
		encoding.writeUint8(writer, KNOCK_VERSION);
		encoding.writeUint8Array(writer, fromHex(key.id));
		writeCaller(writer, caller);
	});
	return concat(body, await mac(key.mac, knockToProve(body)));
}
