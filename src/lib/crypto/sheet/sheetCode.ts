import type { Bytes } from '../conventions/bytes.ts';
import { sha256 } from '../conventions/sha256.ts';

/** 16 random bytes: all that a sleutelblad is. */
export type SheetCode = Bytes;

export const SHEET_CODE_LENGTH = 16;
/** Crockford's base 32: no I, L, O or U, so that nothing looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 letters for 128 bits, and 2 that check them. */
const CODE_LETTERS = 26;
export const SHEET_LETTERS = CODE_LETTERS + 2;
const GROUP = 4;

/**
 * What was typed, read. `letter`: the first that cannot be one, `at` counted from 0 among the letters. `length`:
 * how many there are. `check`: one or more are wrong, and the letters alone cannot tell which.
 */
export type SheetCodeRead =
	| { ok: true; code: SheetCode }
	| { ok: false; why: 'letter'; at: number }
	| { ok: false; why: 'length'; letters: number }
	| { ok: false; why: 'check' };

/** The 28 letters of a code, without spaces. */
export async function sheetLetters(code: SheetCode): Promise<string> {
	return inLetters(bitsOf(code), CODE_LETTERS) + (await checkLetters(code));
}

/** The letters as they stand on paper: seven groups of four. */
export function inGroups(letters: string): string {
	return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? '';
}

/**
 * What was meant: small letters are large, o is 0, i and l are 1, and whatever stands between groups is nothing.
 * It may still hold letters that are none.
 */
export function plainLetters(typed: string): string {
	return typed.toUpperCase().replace(/[\s\p{P}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Reads a code that somebody typed or scanned. */
export async function readSheetCode(typed: string): Promise<SheetCodeRead> {
	const letters = [...plainLetters(typed)];
	const wrong = letters.findIndex((letter) => !ALPHABET.includes(letter));
	if (wrong >= 0) return { ok: false, why: 'letter', at: wrong };
	if (letters.length !== SHEET_LETTERS) return { ok: false, why: 'length', letters: letters.length };
	const code = await codeOf(letters.join(''));
	return code === null ? { ok: false, why: 'check' } : { ok: true, code };
}

/**
 * Every code that is one letter away from what was typed and fits its check letters, with the place of that
 * letter. There are a handful; which of them is a sheet, only the room can say.
 */
export async function nearCodes(typed: string): Promise<{ at: number; code: SheetCode }[]> {
	const letters = plainLetters(typed);
	if (letters.length !== SHEET_LETTERS) return [];
	const tries = [...letters].flatMap((_, at) =>
		[...ALPHABET].map(async (other) => {
			const code = await codeOf(letters.slice(0, at) + other + letters.slice(at + 1));
			return code === null ? [] : [{ at, code }];
		})
	);
	return (await Promise.all(tries)).flat();
}

/** Null where the check letters do not fit, or the last bits are not the zeros they must be. */
async function codeOf(letters: string): Promise<SheetCode | null> {
	const bits = [...letters.slice(0, CODE_LETTERS)]
		.map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
		.join('');
	const code = Uint8Array.from({ length: SHEET_CODE_LENGTH }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8), 2));
	return (await sheetLetters(code)) === letters ? code : null;
}

async function checkLetters(code: SheetCode): Promise<string> {
	return inLetters(bitsOf(await sha256(code)), SHEET_LETTERS - CODE_LETTERS);
}

function bitsOf(bytes: Bytes): string {
	return [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function inLetters(bits: string, count: number): string {
	const five = (i: number) => bits.slice(5 * i, 5 * i + 5).padEnd(5, '0');
	return Array.from({ length: count }, (_, i) => ALPHABET[parseInt(five(i), 2)]).join('');
}
