import * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Reading } from './LogReader.ts';

/** Names of changes that nobody typed here. */
export const FROM_LOG = 'from the log';
export const FROM_STORE = 'from the store';

function holdsMore(doc: Y.Doc, than: Y.Doc): boolean {
	const both = new Y.Doc();
	for (const one of [than, doc]) Y.applyUpdateV2(both, Y.encodeStateAsUpdateV2(one));
	return !Y.equalSnapshots(Y.snapshot(both), Y.snapshot(than));
}

function updateOf({ entry }: Reading): Bytes | null {
	return entry !== null && entry.kind !== 'records' ? entry.update : null;
}

/**
 * The text itself, and beside it what the log alone would tell a newcomer (`conveyed`). Where the second lacks
 * something of the first, the server has lost it, and any device can give it back.
 */
export class InnerText {
	readonly doc = new Y.Doc();
	private conveyed = new Y.Doc();
	private conveyedBy = new Set<Reading>();
	private readonly taken = new WeakSet<Reading>();
	private readonly unreadable: () => void;
	private readonly diverges: () => void;

	constructor({ unreadable, diverges }: { unreadable: () => void; diverges: () => void }) {
		this.unreadable = unreadable;
		this.diverges = diverges;
	}

	/** Applies what is new among all accepted readings of the log; true when some that were there are gone. */
	take(accepted: readonly Reading[]): boolean {
		const fresh = accepted.filter((reading) => !this.taken.has(reading));
		for (const reading of fresh) {
			this.taken.add(reading);
			const update = updateOf(reading);
			if (update === null) continue;
			if (!this.apply(this.doc, update, FROM_LOG)) this.unreadable();
			else if (reading.entry!.kind === 'state' && this.isDifferent(update)) this.diverges();
		}
		return this.convey(accepted);
	}

	/** An update from this device's own store. */
	restore(update: Uint8Array): void {
		this.apply(this.doc, update, FROM_STORE);
	}

	isTaken(reading: Reading): boolean {
		return this.taken.has(reading);
	}

	/** Whether there is text here that the log would not tell. */
	get isMoreThanLog(): boolean {
		return holdsMore(this.doc, this.conveyed);
	}

	/** Whether the log tells all of this update. What waits for an earlier piece, Yjs sets aside and does not count. */
	isConveyed(update: Uint8Array): boolean {
		const doc = new Y.Doc();
		Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(this.conveyed));
		Y.applyUpdateV2(doc, update);
		if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return false;
		return Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(this.conveyed));
	}

	encode(): Bytes {
		return new Uint8Array(Y.encodeStateAsUpdateV2(this.doc));
	}

	private convey(accepted: readonly Reading[]): boolean {
		const now = new Set(accepted);
		const lost = [...this.conveyedBy].some((reading) => !now.has(reading));
		if (lost) {
			this.conveyed.destroy();
			this.conveyed = new Y.Doc();
			this.conveyedBy = new Set();
		}
		for (const reading of accepted) {
			if (this.conveyedBy.has(reading)) continue;
			const update = updateOf(reading);
			if (update !== null) this.apply(this.conveyed, update, FROM_LOG);
		}
		this.conveyedBy = now;
		return lost;
	}

	/** False when the update is no update: it stops nobody (SR29). */
	private apply(doc: Y.Doc, update: Uint8Array, origin: string): boolean {
		try {
			// Reads all of it first, so that half an update is never applied.
			Y.decodeUpdateV2(update);
			Y.applyUpdateV2(doc, update, origin);
			return true;
		} catch {
			return false;
		}
	}

	/** SR43: the same by Yjs' bookkeeping and yet other words, which takes a device that forges another's. */
	private isDifferent(state: Uint8Array): boolean {
		const theirs = new Y.Doc();
		if (!this.apply(theirs, state, FROM_LOG)) return false;
		if (!Y.equalSnapshots(Y.snapshot(theirs), Y.snapshot(this.doc))) return false;
		return [...this.doc.share].some(([name, mine]) => {
			const kind = mine.constructor as new () => Y.AbstractType<unknown>;
			// A part that no page has looked at yet has no kind, and so nothing to compare.
			if ((kind as unknown) === Y.AbstractType) return false;
			return JSON.stringify(theirs.get(name, kind).toJSON()) !== JSON.stringify(mine.toJSON());
		});
	}
}
