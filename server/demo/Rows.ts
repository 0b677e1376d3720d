import { randomInt } from 'node:crypto';
import type PocketBase from 'pocketbase';

/** How many rows PocketBase takes in one transaction (see pocketbase/settings.ts). */
const AT_ONCE = 300;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

type Row = { collection: string; id: string; body: object; isNew: boolean };

/**
 * Rows to be written in their order and all in one transaction. Ids are made here, so that a row can name the ones
 * before it.
 */
export class Rows {
	readonly #rows: Row[] = [];

	/** Returns the new row's id. */
	create(collection: string, body: object): string {
		const id = Array.from({ length: 15 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
		this.#rows.push({ collection, id, body: { ...body, id }, isNew: true });
		return id;
	}

	change(collection: string, id: string, body: object): void {
		this.#rows.push({ collection, id, body, isNew: false });
	}

	/** Writes what was added since the last time. */
	async send(pb: PocketBase): Promise<void> {
		const rows = this.#rows.splice(0);
		for (let from = 0; from < rows.length; from += AT_ONCE) {
			const batch = pb.createBatch();
			for (const { collection, id, body, isNew } of rows.slice(from, from + AT_ONCE)) {
				if (isNew) batch.collection(collection).create(body);
				else batch.collection(collection).update(id, body);
			}
			await batch.send();
		}
	}
}
