import * as Y from 'yjs';
import type { Connect, Wire, WireState } from './wire/wire.ts';

/** Where the words typed here are: still only on this page, or stored by the server. */
export type PlainWhere = 'onPage' | 'stored';

/**
 * A plain document (`open`, `family`) on the wire. The text lives on the page and at the server; nothing is kept
 * on the device, for these are readable by the operator anyway and the page is served by the same server.
 */
export class SharedDocument {
	readonly doc = new Y.Doc();
	private readonly wire: Wire;
	private readonly listeners = new Set<() => void>();
	private unstored = false;
	private readonly stop: (() => void)[];

	constructor(room: string, connect: Connect) {
		this.wire = connect(room, this.doc);
		const typed = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, change: Y.Transaction) => {
			if (!change.local) return;
			this.unstored = true;
			this.tell();
		};
		this.doc.on('update', typed);
		this.stop = [this.wire.onState(() => this.tell()), this.wire.onStored((vector) => this.stored(vector))];
	}

	get state(): WireState {
		return this.wire.state;
	}

	/** 4401: sign in again. 4403: not for this person (any more). Else null. */
	get refusal(): number | null {
		return this.wire.refusal;
	}

	get where(): PlainWhere {
		return this.unstored ? 'onPage' : 'stored';
	}

	/** Calls back when `state`, `refusal` or `where` may have changed. Returns what ends it. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	retry(): void {
		this.wire.retry();
	}

	close(): void {
		for (const stop of this.stop) stop();
		this.wire.close();
		this.doc.destroy();
	}

	/** A deletion alone moves no clock, so after one the server's next word is taken for it. */
	private stored(vector: Map<number, number>): void {
		if ((vector.get(this.doc.clientID) ?? 0) < Y.getState(this.doc.store, this.doc.clientID)) return;
		this.unstored = false;
		this.tell();
	}

	private tell(): void {
		for (const listener of this.listeners) listener();
	}
}
