import { toHex } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { sha256 } from '../conventions/sha256.ts';
import { DEVICE_ID_LENGTH, type DeviceId } from './device.ts';

/** A device is its keys: the id is their hash, so nobody can claim a name with other keys. */
export async function deviceIdOf(signPub: Uint8Array, agreePub: Uint8Array): Promise<DeviceId> {
	return toHex((await sha256(dom('device', NO_ROOM, signPub, agreePub))).subarray(0, DEVICE_ID_LENGTH));
}
