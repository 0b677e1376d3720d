import { toHex, type Bytes } from '../conventions/bytes.ts';
import { keyInfo } from '../conventions/dom.ts';
import { hkdf } from '../conventions/hkdf.ts';
import { importMacKey } from '../conventions/mac.ts';
import { INVITE_ID_LENGTH, type InviteKey } from './invite.ts';

const NO_SALT = new Uint8Array(0);

/** Name and MAC key of the invite with this secret (F2). The two follow from it and do not lead back to it. */
export async function inviteKey(secret: Bytes): Promise<InviteKey> {
	const [name, bits] = await Promise.all([
		hkdf(secret, NO_SALT, keyInfo('invite/id')),
		hkdf(secret, NO_SALT, keyInfo('invite/mac'))
	]);
	return { id: toHex(name.subarray(0, INVITE_ID_LENGTH)), mac: await importMacKey(bits) };
}
