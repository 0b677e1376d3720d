const last = new Map<string, Promise<unknown>>();

/** Does `work` after all earlier work of this name, whether that went well or not: of two at once, one after the other. */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
	const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
	last.set(name, mine);
	return mine;
}
