import { describe, expect, it } from 'vitest';
import { clockFrom, fixedClock, machineClock } from './clock.ts';

const SATURDAY = new Date('2027-01-16T13:00:00Z');

describe('the clock port', () => {
	it('[CK1] a fixed clock stands still until somebody moves it', () => {
		const clock = fixedClock(SATURDAY);
		expect(clock.now()).toEqual(SATURDAY);
		clock.advance(60_000);
		expect(clock.now().toISOString()).toBe('2027-01-16T13:01:00.000Z');
		clock.set(SATURDAY);
		expect(clock.now()).toEqual(SATURDAY);
	});

	it('[CK1] what a clock hands out cannot turn the clock', () => {
		const clock = fixedClock(SATURDAY);
		clock.now().setFullYear(1900);
		expect(clock.now()).toEqual(SATURDAY);
	});

	it('[CK1] the demo starts at its own moment and runs on; without one the machine tells the time', () => {
		const demo = clockFrom('2027-01-16T13:00:00Z').now().getTime() - SATURDAY.getTime();
		expect(demo).toBeGreaterThanOrEqual(0);
		expect(demo).toBeLessThan(60_000);
		expect(clockFrom(undefined)).toBe(machineClock);
		expect(Math.abs(machineClock.now().getTime() - Date.now())).toBeLessThan(60_000);
	});

	it('[CK1] a moment that is no date is refused at the start, not later', () => {
		expect(() => clockFrom('zaterdag')).toThrow(RangeError);
	});
});
