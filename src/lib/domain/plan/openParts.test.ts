import { describe, expect, it } from 'vitest';
import { openParts, partsToAsk } from './openParts.ts';

const walk = { number: 8, when: '', by: '', check: '', ifNot: '' };

describe('what an agreement still lacks', () => {
	it('[AG1] a day or their own words are both a when; who checks and what if not are asked apart', () => {
		expect(openParts(walk)).toEqual(['when', 'check', 'ifNot']);
		expect(openParts({ ...walk, when: 'elke dinsdag' })).toEqual(['check', 'ifNot']);
		expect(openParts({ ...walk, by: '2027-02-01', check: 'hulya', ifNot: 'Bel Marleen.' })).toEqual([]);
	});

	it('[AG1] is told by part, with the numbers of the plan', () => {
		expect(partsToAsk([walk, { ...walk, number: 9, when: 'altijd', ifNot: 'x' }], [])).toEqual([
			{ part: 'when', agreements: [8] },
			{ part: 'check', agreements: [8, 9] },
			{ part: 'ifNot', agreements: [8] }
		]);
		expect(partsToAsk([], [])).toEqual([]);
	});

	it('[AG1] what plan B stands behind needs no "what if not" of its own', () => {
		const planB = [{ agreements: [8, 9] }];
		expect(openParts(walk, planB)).toEqual(['when', 'check']);
		expect(partsToAsk([{ ...walk, when: 'altijd', check: 'bas' }], planB)).toEqual([]);
	});
});
