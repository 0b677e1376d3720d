import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takersOf } from './agreement.ts';
import { type Promised, stillPromised } from './stillPromised.ts';
import { takenOnBy } from './takeOn.ts';

/** Agreement 4 of the case: Bas brings the children to school, Joop walks along. */
const school: Promised = {
	what: 'Bas brengt de kinderen.', when: 'elke schooldag', by: '', ifNot: '', responsible: 'bas', helpers: ['joop']
};
const both = ['bas', 'joop'];

describe('what was promised, in the next version', () => {
	it('[PH8] the same agreement keeps everybody\'s yes; nobody is asked twice', () => {
		expect(stillPromised(school, { ...school }, both)).toEqual(both);
		expect(stillPromised(school, { ...school, what: ' Bas brengt de kinderen. ' }, ['joop'])).toEqual(['joop']);
	});

	it('[PH8] other words, another day or another carrier ask for a new yes', () => {
		for (const change of [
			{ what: 'Bas haalt de kinderen.' }, { when: 'elke dag' }, { by: '2027-05-01' }, { ifNot: 'Bel Gino.' },
			{ responsible: 'joop', helpers: ['bas'] }, { responsible: 'gino' }
		]) {
			expect(stillPromised(school, { ...school, ...change }, both), JSON.stringify(change)).toEqual([]);
		}
	});

	it('[PH8] help that falls away is a change for who stays; help that comes is none, and says its own yes', () => {
		expect(stillPromised(school, { ...school, helpers: [] }, both)).toEqual([]);
		expect(stillPromised(school, { ...school, helpers: ['joop', 'gino'] }, both)).toEqual(both);
	});

	it('[AG4] Gino took it on: that stays, also when the new version names him', () => {
		const said = ['joop', 'gino'];
		expect(stillPromised(school, { ...school }, said)).toEqual(said);
		expect(stillPromised(school, { ...school, responsible: 'gino' }, said)).toEqual(said);
		expect(stillPromised(school, { ...school, responsible: 'hulya' }, said)).toEqual([]);
	});
});

const somebody = fc.constantFrom('bas', 'joop', 'gino', 'riet');
const words = fc.constantFrom('', 'a', 'b', ' a');
const promised: fc.Arbitrary<Promised> = fc.record({
	what: words, when: words, by: fc.constantFrom('', '2027-02-01'), ifNot: words,
	responsible: fc.oneof(fc.constant(''), somebody), helpers: fc.uniqueArray(somebody)
});
const other = { what: words, responsible: somebody, helpers: fc.uniqueArray(somebody) };
const change = fc.record(other, { requiredKeys: [] });
/** Two versions of one agreement, often nearly the same, and who said yes to the first. */
const story = fc
	.record({ before: promised, change })
	.chain(({ before, change: changed }) => {
		const said = fc.subarray([...new Set([...takersOf(before), 'riet'])]);
		return said.map((who) => ({ before, after: { ...before, ...changed }, said: who }));
	});

describe('what must never come to mean a yes', () => {
	it('[AG2] nobody who said none, and nothing whose words are others', () => {
		fc.assert(
			fc.property(story, ({ before, after, said }) => {
				const kept = stillPromised(before, after, said);
				expect(said).toEqual(expect.arrayContaining(kept));
				if (before.what.trim() !== after.what.trim()) expect(kept).toEqual([]);
			})
		);
	});

	it('[AG2] nobody comes to carry what they only helped with, nor to do alone what was done together', () => {
		fc.assert(
			fc.property(story, ({ before, after, said }) => {
				const kept = stillPromised(before, after, said);
				const carried = [before.responsible, ...takenOnBy(before, said)];
				if (kept.includes(after.responsible)) expect(carried).toContain(after.responsible);
				for (const helper of kept.length ? before.helpers : []) {
					expect([after.responsible, ...after.helpers]).toContain(helper);
				}
			})
		);
	});

	it('[PH8] and an agreement that did not change keeps every yes there is', () => {
		fc.assert(
			fc.property(story, ({ before, said }) => {
				expect(stillPromised(before, { ...before }, said)).toEqual(said);
			})
		);
	});
});
