import { fromHex, toBase64Url } from './conventions/bytes.ts';
import { importSignKey } from './device/carrySignKey.ts';
import { AGREE, type Device, type DeviceId } from './device/device.ts';

export type WrittenDevice = Record<'id' | 'signPub' | 'agreePub' | 'signSecret' | 'agreeSecret', string>;

/** A device whose secret keys stand in knownAnswers.json. */
export async function knownDevice(written: WrittenDevice): Promise<Device> {
	const [signPub, agreePub] = [fromHex(written.signPub), fromHex(written.agreePub)];
	const [x, y] = [agreePub.slice(1, 33), agreePub.slice(33)].map(toBase64Url);
	const jwk = { kty: 'EC', crv: 'P-256', x, y, d: written.agreeSecret };
	return {
		id: written.id as DeviceId,
		signPub,
		agreePub,
		signKey: await importSignKey(fromHex(written.signSecret), signPub),
		agreeKey: await crypto.subtle.importKey('jwk', jwk, AGREE, false, ['deriveBits'])
	};
}
