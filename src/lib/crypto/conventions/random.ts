import type { Bytes } from './bytes.ts';

/** Unpredictable bytes from the platform. Nonces and keys take theirs here and nowhere else (SR27). */
export function randomBytes(length: number): Bytes {
	return globalThis.crypto.getRandomValues(new Uint8Array(length));
}
