const AT_ONCE = 12;

/** Does something with each, a few at a time; the first failure ends it. */
export async function inTurns<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
	const left = all[Symbol.iterator]();
	const worker = async (): Promise<void> => {
		for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
