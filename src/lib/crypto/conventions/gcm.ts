import { concat, type Bytes } from './bytes.ts';
import { randomBytes } from './random.ts';

export const NONCE_LENGTH = 12;
/** What a seal is longer than its content: nonce and tag. */
export const SEAL_OVERHEAD = NONCE_LENGTH + 16;

/**
 * AES-256-GCM: nonce ‖ ciphertext ‖ tag. The nonce is random each time, never counted: two tabs or a restored
 * phone would count the same number twice, which gives the key's secrets away (SR27).
 */
export async function sealGcm(key: CryptoKey, additionalData: Bytes, content: Bytes): Promise<Bytes> {
	const iv = randomBytes(NONCE_LENGTH);
	const how = { name: 'AES-GCM', iv, additionalData };
	return concat(iv, new Uint8Array(await globalThis.crypto.subtle.encrypt(how, key, content)));
}

/** The content, or null where key, additional data or any single bit differs (SR16). */
export async function openGcm(key: CryptoKey, additionalData: Bytes, seal: Bytes): Promise<Bytes | null> {
	if (seal.length < SEAL_OVERHEAD) return null;
	const how = { name: 'AES-GCM', iv: seal.slice(0, NONCE_LENGTH), additionalData };
	try {
		return new Uint8Array(await globalThis.crypto.subtle.decrypt(how, key, seal.slice(NONCE_LENGTH)));
	} catch {
		return null;
	}
}
