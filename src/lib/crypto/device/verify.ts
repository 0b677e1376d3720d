import type { Bytes } from '../conventions/bytes.ts';
import { SIGN } from './device.ts';

const HOW = { name: 'ECDSA', hash: 'SHA-256' };

/** Whether the holder of `signPub` signed these bytes; false too for what is no point on the curve (SR17). */
export async function verify(signPub: Bytes, bytes: Bytes, signature: Bytes): Promise<boolean> {
	try {
		const key = await globalThis.crypto.subtle.importKey('raw', signPub, SIGN, false, ['verify']);
		return await globalThis.crypto.subtle.verify(HOW, key, signature, bytes);
	} catch {
		return false;
	}
}
