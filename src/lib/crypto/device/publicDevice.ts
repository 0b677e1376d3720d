import type { Bytes } from '../conventions/bytes.ts';
import { AGREE, SIGN, type PublicDevice } from './device.ts';
import { deviceIdOf } from './deviceIdOf.ts';

/** The device with these public keys, or null where one of them is no point on the curve. */
export async function publicDevice(signPub: Bytes, agreePub: Bytes): Promise<PublicDevice | null> {
	const { subtle } = globalThis.crypto;
	try {
		await Promise.all([
			subtle.importKey('raw', signPub, SIGN, false, ['verify']),
			subtle.importKey('raw', agreePub, AGREE, false, [])
		]);
	} catch {
		return null;
	}
	return { id: await deviceIdOf(signPub, agreePub), signPub, agreePub };
}
