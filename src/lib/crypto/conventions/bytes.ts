/** Bytes that own their memory: what WebCrypto takes, and what nobody else can change behind our back. */
export type Bytes = Uint8Array<ArrayBuffer>;

declare const named: unique symbol;
/** Lower-case hexadecimal of an id; `Of` keeps a device's id from being handed in as a record's. */
export type Hex<Of extends string> = string & { readonly [named]: Of };

const text = new TextEncoder();

/** UTF-8. */
export function utf8(value: string): Bytes {
	return text.encode(value);
}

/** All parts after one another, in memory of their own. */
export function concat(...parts: Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Equal content. Not in constant time: never used on a secret that somebody else may guess at. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Lower-case hexadecimal. */
export function toHex<Of extends string>(bytes: Uint8Array): Hex<Of> {
	let hex = '';
	for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
	return hex as Hex<Of>;
}

/** The bytes of lower-case hexadecimal; throws on anything else. */
export function fromHex(hex: string): Bytes {
	if (!/^([0-9a-f]{2})*$/.test(hex)) throw new TypeError('not hexadecimal');
	return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Base64 with the letters that may stand in an address, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of unpadded base64url; throws on anything else. */
export function fromBase64Url(letters: string): Bytes {
	if (!/^[A-Za-z0-9_-]*$/.test(letters)) throw new TypeError('not base64url');
	const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
