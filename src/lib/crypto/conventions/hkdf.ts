import type { Bytes } from './bytes.ts';

async function derivation(secret: Bytes, salt: Bytes, info: Bytes) {
	const base = await globalThis.crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
	return { base, how: { name: 'HKDF', hash: 'SHA-256', salt, info } };
}

/** 32 bytes out of a secret by HKDF-SHA-256; `info` comes from `keyInfo`. */
export async function hkdf(secret: Bytes, salt: Bytes, info: Bytes): Promise<Bytes> {
	const { base, how } = await derivation(secret, salt, info);
	return new Uint8Array(await globalThis.crypto.subtle.deriveBits(how, base, 256));
}

/** The same, straight into an AES-256-GCM key that no script can read out again. */
export async function hkdfSealKey(secret: Bytes, salt: Bytes, info: Bytes): Promise<CryptoKey> {
	const { base, how } = await derivation(secret, salt, info);
	const kind = { name: 'AES-GCM', length: 256 };
	return globalThis.crypto.subtle.deriveKey(how, base, kind, false, ['encrypt', 'decrypt']);
}
