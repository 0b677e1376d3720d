import { describe, expect, it } from 'vitest';
import {
	announcements,
	coordinatorLeavesBy,
	lastCall,
	preparationGoes,
	privateRoomGoes,
	restGoes
} from './retention.ts';

const at = (day: string) => new Date(`${day}T18:20:00Z`);
const dayOf = (moment: Date | null) => moment?.toISOString().slice(0, 10);

describe('how long things are kept', () => {
	it('[RT1] the room goes 14 days after its day was closed, not while it is open or notes are kept', () => {
		expect(dayOf(privateRoomGoes(at('2027-01-16'), false))).toBe('2027-01-30');
		expect(privateRoomGoes(at('2027-01-16'), true)).toBeNull();
		expect(privateRoomGoes(null, false)).toBeNull();
	});

	it('[RT1] preparation and safety data go six weeks after withdrawal', () => {
		expect(dayOf(preparationGoes(at('2027-02-13')))).toBe('2027-03-27');
		expect(preparationGoes(null)).toBeNull();
	});

	it('[RT1] the rest goes 30 days after closing, or 24 months after the last review', () => {
		expect(dayOf(restGoes(at('2027-06-01'), at('2027-04-17')))).toBe('2027-07-01');
		expect(dayOf(restGoes(null, at('2027-04-17')))).toBe('2029-04-17');
		expect(dayOf(restGoes(null, at('2028-02-29')))).toBe('2030-02-28');
	});

	it('[RT1] going is announced twice, eight and two weeks before', () => {
		expect(announcements(at('2029-04-17')).map(dayOf)).toEqual(['2029-02-20', '2029-04-03']);
	});

	it('[CO3] the last call comes after four weeks, and after six the clock lets the coordinator go', () => {
		expect(dayOf(lastCall(at('2027-01-16')))).toBe('2027-02-13');
		expect(dayOf(coordinatorLeavesBy(at('2027-01-16')))).toBe('2027-02-27');
	});

	it('[RT1] the dates that were given are left as they were', () => {
		const review = at('2027-04-17');
		restGoes(null, review);
		expect(review).toEqual(at('2027-04-17'));
	});
});
