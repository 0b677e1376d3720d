/** Time for everything that waits: tests hand in one that is moved by hand. */
export type Scheduler = {
	/** Milliseconds; only differences matter. */
	now(): number;
	/** Calls `then` once after so many milliseconds, unless it is called off. */
	after(milliseconds: number, then: () => void): Cancel;
};
export type Cancel = () => void;

/** Waits by the machine's timers; `now` comes from the clock port (CK1). */
export function timerScheduler(now: () => number): Scheduler {
	return {
		now,
		after(milliseconds, then) {
			const timer = setTimeout(then, milliseconds);
			return () => clearTimeout(timer);
		}
	};
}
