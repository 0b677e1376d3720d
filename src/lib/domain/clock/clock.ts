/** The one clock port (CK1): whoever needs the time is handed one of these. */
export type Clock = { now(): Date };

/** The clock of the machine. The only place in the program that asks it for the time. */
export const machineClock: Clock = { now: () => new Date() };

/**
 * The clock of an installation: the machine's own, or, with a starting moment (`DEMO_NOW`, ISO 8601), one that
 * began there when the program started and runs at the machine's pace.
 * @throws RangeError when the moment cannot be read as a date
 */
export function clockFrom(start: string | undefined): Clock {
	if (!start) return machineClock;
	const from = Date.parse(start);
	if (Number.isNaN(from)) throw new RangeError(`DEMO_NOW is not a date: ${start}`);
	const begun = Date.now();
	return { now: () => new Date(from + Date.now() - begun) };
}

/** A clock that stands still until it is moved: for the demo and for tests. */
export type FixedClock = Clock & {
	/** Moves forward, or back when negative, by this many milliseconds. */
	advance(milliseconds: number): void;
	/** Jumps to a moment. */
	set(moment: Date): void;
};

/** A clock that starts at `start` and moves only when told to. */
export function fixedClock(start: Date): FixedClock {
	let moment = start.getTime();
	return {
		now: () => new Date(moment),
		advance: (milliseconds) => void (moment += milliseconds),
		set: (next) => void (moment = next.getTime())
	};
}
