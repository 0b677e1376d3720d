import type { Bytes } from '../conventions/bytes.ts';
import type { Device } from './device.ts';

const HOW = { name: 'ECDSA', hash: 'SHA-256' };

/** The device's signature, r‖s in 64 bytes, over bytes that `dom` made. */
export async function sign(device: Pick<Device, 'signKey'>, bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await globalThis.crypto.subtle.sign(HOW, device.signKey, bytes));
}
