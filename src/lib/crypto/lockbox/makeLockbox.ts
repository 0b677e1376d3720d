import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { AGREE, type PublicDevice } from '../device/device.ts';
import type { GenerationId } from '../generation/generation.ts';
import { lockboxData, lockboxKey, LOCKBOX_VERSION } from './lockbox.ts';

/**
 * A generation's key, sealed so that only one device can take it out. Unsigned: the key proves itself against
 * the signed commit, so anybody who has it may hand it on. Whom to make one for is SR11's question.
 */
export async function makeLockbox(
	roomId: Bytes,
	generation: GenerationId,
	key: Bytes,
	device: PublicDevice
): Promise<Bytes> {
	const { subtle } = globalThis.crypto;
	const once = await subtle.generateKey(AGREE, false, ['deriveBits']);
	const oncePub = new Uint8Array(await subtle.exportKey('raw', once.publicKey));
	const head = concat(Uint8Array.of(LOCKBOX_VERSION), fromHex(generation), fromHex(device.id), oncePub);
	const boxKey = await lockboxKey(once.privateKey, device.agreePub, roomId, head);
	return concat(head, await sealGcm(boxKey, lockboxData(roomId, head), key));
}
