import { describe, expect, it } from 'vitest';
import type { AgreementStatus } from './status.ts';
import { byWeek, mondayOf, thisWeek } from './weeks.ts';

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

describe('this week', () => {
	it('holds what goes on, what has its day now, and what is still open; done and stopped are over', () => {
		const walk = { n: 1, by: '' };
		const debts = { n: 2, by: '2027-02-14' };
		const late = { n: 3, by: '2027-02-01' };
		const may = { n: 4, by: '2027-02-15' };
		const words = { 1: 'running', 3: 'partly', 5: 'done', 6: 'stopped' } as Record<number, AgreementStatus>;
		const over = [{ n: 5, by: '2027-02-13' }, { n: 6, by: '' }];
		expect(thisWeek([walk, debts, late, may, ...over], ({ n }) => words[n], '2027-02-13')).toEqual({
			now: [walk, debts, late], later: [may], over
		});
	});
});
