import { describe, expect, it } from 'vitest';
import { gatheringNow } from './gatheringNow.ts';
import { Phase } from './phase.ts';

describe('the gathering whose room is used now', () => {
	it('is the day itself, until the circle opens one of its own', () => {
		const states = Phase.options.map((phase) => gatheringNow(phase));
		expect(states.map(({ number }) => number)).toEqual(Phase.options.map(() => 1));
		expect(states.map(({ state }) => state)).toEqual([
			'before', 'before', 'before', 'private', 'presenting', 'closed', 'closed'
		]);
	});

	it('[PH8] is the circle’s own in follow-through, private or presenting, and stays readable when it is closed', () => {
		expect(gatheringNow('followThrough', { number: 2, state: 'private' })).toEqual({ number: 2, state: 'private' });
		expect(gatheringNow('followThrough', { number: 3, state: 'presenting' })).toEqual({ number: 3, state: 'presenting' });
		expect(gatheringNow('followThrough', { number: 2, state: 'closed' })).toEqual({ number: 2, state: 'closed' });
	});

	it('[PH7] is closed with the conference', () => {
		expect(gatheringNow('closed', { number: 2, state: 'private' })).toEqual({ number: 2, state: 'closed' });
	});
});
