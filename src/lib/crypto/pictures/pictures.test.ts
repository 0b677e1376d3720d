import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from '../conventions/random.ts';
import { DRAWINGS, picturesOf, samePictures, threeRows, type Pictures } from './pictures.ts';

describe('the pictures', () => {
	it('[SR6] the true row is among three that differ, and stands in each place as often', () => {
		const places = [0, 0, 0];
		for (let i = 0; i < 3000; i++) {
			const truth: Pictures = [i & 63, 1, 2, 3];
			const rows = threeRows(truth, randomBytes);
			expect(rows).toHaveLength(3);
			expect(new Set(rows.map(String)).size).toBe(3);
			places[rows.findIndex((row) => samePictures(row, truth))]!++;
		}
		for (const often of places) expect(Math.abs(often - 1000)).toBeLessThan(150);
	});

	it('[SR6] a random row that happens to be the true one is thrown again', () => {
		const drawn = [new Uint8Array(3), Uint8Array.of(0), Uint8Array.of(9, 9, 9), Uint8Array.of(0), Uint8Array.of(7, 7, 7)];
		drawn.push(Uint8Array.of(0), Uint8Array.of(0));
		const rows = threeRows([0, 0, 0, 0], () => drawn.shift()!);
		expect(new Set(rows.map(String)).size).toBe(3);
	});

	it('[SR8] are four drawings, and others as soon as one bit of what was said differs', async () => {
		const bytes = () => fc.uint8Array({ minLength: 32, maxLength: 32 });
		await fc.assert(
			fc.asyncProperty(bytes(), bytes(), bytes(), fc.nat(767), async (knock, hello, number, bit) => {
				const said = [knock, hello, number].map((part) => new Uint8Array(part));
				const before = await picturesOf(said[0]!, said[1]!, said[2]!);
				said[bit >>> 8]![(bit & 255) >>> 3]! ^= 1 << (bit & 7);
				const after = await picturesOf(said[0]!, said[1]!, said[2]!);
				return before.every((one) => one >= 0 && one < DRAWINGS) && !samePictures(before, after);
			}),
			{ numRuns: 200 }
		);
	});
});
