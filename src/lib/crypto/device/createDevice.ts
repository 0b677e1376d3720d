import type { Bytes } from '../conventions/bytes.ts';
import { AGREE, SIGN, type Device } from './device.ts';
import { deviceIdOf } from './deviceIdOf.ts';

async function raw(key: CryptoKey): Promise<Bytes> {
	return new Uint8Array(await globalThis.crypto.subtle.exportKey('raw', key));
}

/**
 * New keys for this device. They cannot be read out by a script, only used; `extractable` is for the device
 * that is on paper, and its pair is dropped once it has been written down.
 */
export async function createDevice({ extractable = false } = {}): Promise<Device> {
	const { subtle } = globalThis.crypto;
	const [sign, agree] = await Promise.all([
		subtle.generateKey(SIGN, extractable, ['sign', 'verify']),
		subtle.generateKey(AGREE, extractable, ['deriveBits'])
	]);
	const [signPub, agreePub] = await Promise.all([raw(sign.publicKey), raw(agree.publicKey)]);
	const id = await deviceIdOf(signPub, agreePub);
	return { id, signPub, agreePub, signKey: sign.privateKey, agreeKey: agree.privateKey };
}
