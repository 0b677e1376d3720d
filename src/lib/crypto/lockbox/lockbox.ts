import type { Bytes } from '../conventions/bytes.ts';
import { dom, keyInfo } from '../conventions/dom.ts';
import { hkdfSealKey } from '../conventions/hkdf.ts';
import { AGREE } from '../device/device.ts';

export const LOCKBOX_LENGTH = 158;
export const LOCKBOX_VERSION = 1;
/** Everything in front of the seal: 01 ‖ generation 16 ‖ device 16 ‖ one-time public key 65. */
export const LOCKBOX_HEAD = 98;

/** The key of one box, from a one-time pair and the device's own pair. */
export async function lockboxKey(ours: CryptoKey, theirs: Bytes, roomId: Bytes, head: Bytes): Promise<CryptoKey> {
	const { subtle } = globalThis.crypto;
	const theirKey = await subtle.importKey('raw', theirs, AGREE, false, []);
	const shared = new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: theirKey }, ours, 256));
	return hkdfSealKey(shared, roomId, keyInfo('lockbox', head));
}

export function lockboxData(roomId: Bytes, head: Bytes): Bytes {
	return dom('lockbox', roomId, head);
}
