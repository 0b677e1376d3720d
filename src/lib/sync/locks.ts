/** Lets one at a time through under a name, over all tabs of this browser profile: the Web Locks API. */
export type Locks = { hold<T>(name: string, work: () => Promise<T>): Promise<T> };

/** The browser's own. Throws where there are none: without them two tabs would count the same number (SR20). */
export function webLocks(): Locks {
	const { locks } = navigator;
	if (!locks) throw new Error('this browser has no Web Locks');
	return { hold: (name, work) => locks.request(name, work) };
}

/** For a device with one process and no tabs: a device in Node, and rooms kept in memory only. */
export function ownLocks(): Locks {
	const last = new Map<string, Promise<unknown>>();
	return {
		hold(name, work) {
			const turn = (last.get(name) ?? Promise.resolve()).then(work);
			last.set(name, turn.catch(() => undefined));
			return turn;
		}
	};
}
