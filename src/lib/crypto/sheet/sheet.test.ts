import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../conventions/random.ts';
import { createDevice } from '../device/createDevice.ts';
import { sign } from '../device/sign.ts';
import { verify } from '../device/verify.ts';
import { toHex, utf8 } from '../conventions/bytes.ts';
import { openSheet } from './openSheet.ts';
import { sealSheet } from './sealSheet.ts';
import { inGroups, nearCodes, readSheetCode, sheetLetters } from './sheetCode.ts';

const code = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));

describe('the letters of a sleutelblad', () => {
	it('[SR6] are seven groups of four, and whoever copies them carelessly is understood', async () => {
		await fc.assert(
			fc.asyncProperty(code, fc.nat(), async (one, pick) => {
				const letters = await sheetLetters(one);
				expect(inGroups(letters)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/);
				const careless = inGroups(letters)
					.replaceAll('0', pick % 2 ? 'o' : 'O')
					.replaceAll('1', ['i', 'I', 'l', 'L'][pick % 4]!)
					.replaceAll(' ', ['', '  ', '-', ' . '][pick % 4]!);
				for (const typed of [letters, careless, careless.toLowerCase()]) {
					expect(await readSheetCode(typed)).toEqual({ ok: true, code: one });
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('[SR6] one wrong letter is never taken for another sheet, and the right code is among those near it', async () => {
		await fc.assert(
			fc.asyncProperty(code, fc.nat(27), fc.nat(30), async (one, at, shift) => {
				const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
				const letters = await sheetLetters(one);
				const other = alphabet[(alphabet.indexOf(letters[at]!) + 1 + shift) % 32]!;
				const typed = letters.slice(0, at) + other + letters.slice(at + 1);
				const read = await readSheetCode(typed);
				// Two letters check: one slip in a thousand passes them, and then opens nothing.
				expect(read).not.toEqual({ ok: true, code: one });
				expect(await nearCodes(typed)).toContainEqual({ at, code: one });
			}),
			{ numRuns: 6 }
		);
	});

	it('[SR6] a letter that is none is pointed at, and a code that is too short or too long is told so', async () => {
		const letters = await sheetLetters(new Uint8Array(16).fill(77));
		expect(await readSheetCode(`${letters.slice(0, 9)}u${letters.slice(10)}`)).toEqual({ ok: false, why: 'letter', at: 9 });
		expect(await readSheetCode(letters.slice(1))).toEqual({ ok: false, why: 'length', letters: 27 });
		expect(await readSheetCode('')).toEqual({ ok: false, why: 'length', letters: 0 });
		expect(await nearCodes('kort')).toEqual([]);
	});
});

describe('the device on paper', () => {
	it('[SR1] gives back its keys and its room to whoever types the code, and to nobody else', async () => {
		const [paper, roomId, own] = [await createDevice({ extractable: true }), randomBytes(32), randomBytes(16)];
		const blob = await sealSheet(own, roomId, paper);
		const opened = await openSheet(own, blob);
		if (!opened.ok) throw new Error(opened.rule);
		expect(opened.value.roomId).toBe(toHex(roomId));
		expect(opened.value.device.id).toBe(paper.id);
		const signed = await sign(opened.value.device, utf8('van papier'));
		expect(await verify(paper.signPub, utf8('van papier'), signed)).toBe(true);
		expect(await openSheet(randomBytes(16), blob)).toEqual({ ok: false, rule: 'SR16' });
	});

	it('[SR40] the keys that come off the paper cannot be read out', async () => {
		const own = randomBytes(16);
		const opened = await openSheet(own, await sealSheet(own, randomBytes(32), await createDevice({ extractable: true })));
		if (!opened.ok) throw new Error(opened.rule);
		const { signKey, agreeKey } = opened.value.device;
		for (const key of [signKey, agreeKey]) {
			expect(key.extractable).toBe(false);
			await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
		}
	});
});
