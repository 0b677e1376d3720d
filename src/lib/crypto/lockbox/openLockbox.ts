import { toHex, type Bytes } from '../conventions/bytes.ts';
import { openGcm } from '../conventions/gcm.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import type { Device } from '../device/device.ts';
import type { GenerationId } from '../generation/generation.ts';
import { lockboxData, lockboxKey, LOCKBOX_HEAD, LOCKBOX_LENGTH, LOCKBOX_VERSION } from './lockbox.ts';

/** The key in a box made for this device. It may be used for text only once its commit fits (SR10). */
export async function openLockbox(
	roomId: Bytes,
	box: Bytes,
	device: Pick<Device, 'id' | 'agreeKey'>
): Promise<Opened<{ generation: GenerationId; key: Bytes }>> {
	if (box.length !== LOCKBOX_LENGTH || box[0] !== LOCKBOX_VERSION) return refused('SR15');
	const head = box.slice(0, LOCKBOX_HEAD);
	if (toHex(head.subarray(17, 33)) !== device.id) return refused('SR16');
	try {
		const boxKey = await lockboxKey(device.agreeKey, head.slice(33), roomId, head);
		const key = await openGcm(boxKey, lockboxData(roomId, head), box.slice(LOCKBOX_HEAD));
		return key === null ? refused('SR16') : opened({ generation: toHex(head.subarray(1, 17)), key });
	} catch {
		// A one-time key that is no point on the curve.
		return refused('SR16');
	}
}
