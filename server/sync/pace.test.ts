import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';

describe('a pace', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('acts at once, then once per interval, and never forgets the last request', () => {
		const act = vi.fn();
		const pace = new Pace(100, act);
		pace.ask();
		expect(act).toHaveBeenCalledTimes(1);
		for (let times = 0; times < 10; times++) pace.ask();
		vi.advanceTimersByTime(99);
		expect(act).toHaveBeenCalledTimes(1);
		vi.advanceTimersByTime(1);
		expect(act).toHaveBeenCalledTimes(2);
		vi.advanceTimersByTime(1000);
		expect(act).toHaveBeenCalledTimes(2);
		pace.ask();
		expect(act).toHaveBeenCalledTimes(3);
	});

	it('does nothing more once it is stopped', () => {
		const act = vi.fn();
		const pace = new Pace(100, act);
		pace.ask();
		pace.ask();
		pace.stop();
		vi.advanceTimersByTime(1000);
		expect(act).toHaveBeenCalledTimes(1);
	});
});
