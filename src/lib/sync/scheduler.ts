/** Time for everything that waits: tests hand in one that is moved by hand. */
export type Scheduler = {
	/** Milliseconds; only differences matter. */
	now(): number;
	/** Calls `then` once after so many milliseconds, unless it is called off; long waits may end early. */
	after(milliseconds: number, then: () => void): Cancel;
};
export type Cancel = () => void;

/** Past this a timer of the platform would go off at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Waits by the machine's timers; `now` comes from the clock port (CK1). */
export function timerScheduler(now: () => number): Scheduler {
	return {
		now,
		after(milliseconds, then) {
			const timer = setTimeout(then, Math.min(milliseconds, LONGEST_MS));
			return () => clearTimeout(timer);
		}
	};
}
