import { sha256 } from '#lib/crypto/conventions/sha256.ts';

/** SHA-256 of these bytes or this text (as UTF-8), in hex. */
export async function fingerprint(content: ArrayBuffer | string): Promise<string> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
	return [...(await sha256(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
