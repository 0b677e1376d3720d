import type { Bytes } from './bytes.ts';

const HOW = { name: 'HMAC', hash: 'SHA-256' };
/** Bytes of an HMAC-SHA-256. */
export const MAC_LENGTH = 32;

/** A key for MACs out of 32 secret bytes; it cannot be read out again. */
export function importMacKey(secret: Bytes): Promise<CryptoKey> {
	return globalThis.crypto.subtle.importKey('raw', secret, HOW, false, ['sign', 'verify']);
}

/** HMAC-SHA-256 over bytes that `dom` made. */
export async function mac(key: CryptoKey, bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await globalThis.crypto.subtle.sign(HOW, key, bytes));
}

/** Whether this is the MAC of these bytes. The platform compares in constant time. */
export function isMacOf(key: CryptoKey, bytes: Bytes, candidate: Bytes): Promise<boolean> {
	return globalThis.crypto.subtle.verify(HOW, key, candidate, bytes);
}
