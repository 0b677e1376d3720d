import { createHash, randomBytes } from 'node:crypto';

/** Digits and letters without look-alikes, as Crockford's base 32 has them. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve letters and digits in three groups of four: 60 bits, and one can read it over the phone. */
export function letterCode(): string {
	const drawn = Array.from(randomBytes(12), (byte) => letters[byte % 32]);
	return [drawn.slice(0, 4), drawn.slice(4, 8), drawn.slice(8)].map((part) => part.join('')).join('-');
}

/** What was meant by what was typed: people write O for 0, I or L for 1, and leave dashes out. */
export function meantCode(typed: string): string {
	const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
	return plain.replace(/(.{4})(?=.)/g, '$1-');
}

/** The only form in which a code is kept. `mail` for codes that belong to an address. */
export function hashOfCode(kind: string, code: string, mail = ''): string {
	return createHash('sha256').update(`${kind}\n${mail}\n${code}`).digest('hex');
}
