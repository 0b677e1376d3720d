/** Lets at most `limit` tasks run at once; the others wait their turn, first come first served. */
export function atMost(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
	let running = 0;
	const waiting: Array<() => void> = [];
	return async (task) => {
		if (running < limit) running++;
		else await new Promise<void>((turn) => waiting.push(turn));
		try {
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
