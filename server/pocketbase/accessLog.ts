import { createHash } from 'node:crypto';

/** One entry of a conference's log as PocketBase keeps it (LG1). */
export type LogEntry = {
	conference: string;
	/** From 1, without gaps. */
	number: number;
	/** Account id; empty for the system. */
	actor: string;
	staff: boolean;
	/** Participant id, or empty. */
	about: string;
	action: string;
	/** ISO 8601. */
	at: string;
	/** Hash of the entry before; empty for the first. */
	previous: string;
	/** SHA-256, hex; see `hashOf` in pb_hooks/lib/accessLog.js. */
	hash: string;
};

/**
 * Whether a conference's whole log is as it was written. Tells the number of the first entry that was changed,
 * or before which one is missing; `ok` cannot know of entries cut off at the end (compare `last` with a copy
 * kept elsewhere).
 */
export function verifyChain(
	entries: readonly LogEntry[]
): { ok: true; last: string } | { ok: false; brokenAt: number } {
	let last = '';
	const inOrder = entries.toSorted((one, other) => one.number - other.number);
	for (const [index, entry] of inOrder.entries()) {
		const follows = entry.number === index + 1 && entry.previous === last;
		if (!follows || entry.hash !== hashOf(entry)) return { ok: false, brokenAt: index + 1 };
		last = entry.hash;
	}
	return { ok: true, last };
}

function hashOf(entry: LogEntry): string {
	const { previous, conference, number, actor, staff, about, action, at } = entry;
	const vouchedFor = JSON.stringify([previous, conference, number, actor, staff, about, action, at]);
	return createHash('sha256').update(vouchedFor).digest('hex');
}
