import { describe, expect, it } from 'vitest';
import { byWeek, mondayOf } from './weeks.ts';

describe('a plan per week', () => {
	it('begins a week on Monday', () => {
		expect(mondayOf('2027-02-01')).toBe('2027-02-01');
		expect(mondayOf('2027-02-07')).toBe('2027-02-01');
		expect(mondayOf('2027-01-31')).toBe('2027-01-25');
	});

	it('keeps what has a day in the order of days, and apart what goes on', () => {
		const plan = [{ n: 1, by: '2027-02-12' }, { n: 2, by: '' }, { n: 3, by: '2027-02-01' }, { n: 4, by: '2027-02-08' }];
		expect(byWeek(plan)).toEqual({
			weeks: [
				{ monday: '2027-02-01', agreements: [plan[2]] },
				{ monday: '2027-02-08', agreements: [plan[3], plan[0]] }
			],
			goesOn: [plan[1]]
		});
	});
});
