import { fromHex, toBase64Url } from './conventions/bytes.ts';
import { AGREE, SIGN, type Device, type DeviceId } from './device/device.ts';

export type WrittenDevice = Record<'id' | 'signPub' | 'agreePub' | 'signSecret' | 'agreeSecret', string>;

/** A device whose secret keys stand in knownAnswers.json. */
export async function knownDevice(written: WrittenDevice): Promise<Device> {
	const [signPub, agreePub] = [fromHex(written.signPub), fromHex(written.agreePub)];
	const { subtle } = crypto;
	return {
		id: written.id as DeviceId,
		signPub,
		agreePub,
		signKey: await subtle.importKey('jwk', jwkOf(signPub, toBase64Url(fromHex(written.signSecret))), SIGN, false, ['sign']),
		agreeKey: await subtle.importKey('jwk', jwkOf(agreePub, written.agreeSecret), AGREE, false, ['deriveBits'])
	};
}

function jwkOf(pub: Uint8Array<ArrayBuffer>, d: string): JsonWebKey {
	const [x, y] = [pub.slice(1, 33), pub.slice(33)].map(toBase64Url);
	return { kty: 'EC', crv: 'P-256', x, y, d };
}
