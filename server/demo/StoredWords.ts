import * as Y from 'yjs';
import type { Connect } from '#lib/sync/wire/wire.ts';

/** Knows, of every document that is opened through `connect`, whether the server has stored all that was written. */
export class StoredWords {
	readonly connect: Connect;
	readonly #documents = new Map<Y.Doc, number>();
	readonly #waiting = new Set<() => void>();

	constructor(connect: Connect) {
		this.connect = (room, doc) => {
			const wire = connect(room, doc);
			this.#documents.set(doc, 0);
			wire.onStored((vector) => {
				this.#documents.set(doc, vector.get(doc.clientID) ?? 0);
				for (const look of this.#waiting) look();
			});
			return wire;
		};
	}

	/** Resolves when nothing that was written here waits any more. */
	all(): Promise<void> {
		return new Promise((resolve) => {
			const look = () => {
				if (![...this.#documents].every(([doc, clock]) => clock >= Y.getState(doc.store, doc.clientID))) return;
				this.#waiting.delete(look);
				resolve();
			};
			this.#waiting.add(look);
			look();
		});
	}
}
