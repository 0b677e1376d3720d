import { fromBase64Url, toBase64Url, type Bytes } from '../conventions/bytes.ts';
import { SIGN } from './device.ts';

/** The 32 secret bytes of an extractable signing key, to be written into a link. */
export async function exportSignKey(signKey: CryptoKey): Promise<Bytes> {
	const jwk = await globalThis.crypto.subtle.exportKey('jwk', signKey);
	return fromBase64Url(jwk.d ?? '');
}

/** The signing key again, from its secret and its public part: Safari refuses the one without the other. */
export async function importSignKey(secret: Bytes, signPub: Bytes): Promise<CryptoKey> {
	const [x, y] = [signPub.slice(1, 33), signPub.slice(33)].map(toBase64Url);
	const jwk = { kty: 'EC', crv: 'P-256', x, y, d: toBase64Url(secret) };
	return globalThis.crypto.subtle.importKey('jwk', jwk, SIGN, false, ['sign']);
}
