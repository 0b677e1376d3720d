import type PocketBase from 'pocketbase';
import type { Phase } from '#lib/domain/conference/phase.ts';
import type { Item, Rights } from './expected.ts';

export type Row = Record<string, unknown> & { id?: string };

const BATCH = 250;
let made = 0;

/** A word that occurs nowhere else, in the form of an id of PocketBase. */
export function newMarker(): string {
	return `mk${(++made).toString(36).padStart(13, '0')}`;
}

/** Every marker in an answer, whatever collection it was planted in. The zeros tell it from a random id. */
export function markersIn(text: string): Set<string> {
	return new Set(text.match(/\bmk0{7}[0-9a-z]{6}\b/g));
}

/** What is planted in one conference: rows in order, each with its marker, and names for what attempts need. */
export class Planting {
	readonly id = `cf${newMarker().slice(2)}`;
	readonly items: Item[] = [];
	/** Ids of rows by a name of the seeds' own. */
	readonly rows: Record<string, string> = {};
	/** Participant ids. */
	readonly people: Record<string, string> = {};
	/** Names, each a marker. */
	readonly names: Record<string, string> = {};
	/** Account ids, the same in every conference. */
	readonly accounts: Record<string, string>;
	readonly phase: Phase;
	readonly here: boolean;
	#batch: [collection: string, body: Row, update?: string][] = [];

	constructor(phase: Phase, accounts: Record<string, string>, here = true) {
		this.phase = phase;
		this.accounts = accounts;
		this.here = here;
	}

	/**
	 * Plants a row that has its marker in `field`: a text, the content of a plan, or for rows without words the id
	 * itself. Remembers the row's id under `name`, and returns it.
	 */
	row(collection: string, rights: Rights, field: string, body: Row, name?: string): string {
		const marker = newMarker();
		const id = field === 'id' ? marker : (body.id ?? `ro${marker.slice(2)}`);
		const value = field === 'content' ? { freeText: marker } : marker;
		this.#batch.push([collection, { ...body, conference: this.id, [field]: value, id }]);
		this.note(collection, id, marker, rights);
		if (name) this.rows[name] = id;
		return id;
	}

	/** Plants a row that is part of no thing by itself. */
	plain(collection: string, body: Row): void {
		this.#batch.push([collection, body]);
	}

	change(collection: string, id: string, body: Row): void {
		this.#batch.push([collection, body, id]);
	}

	/** Says that an answer of this collection may hold a marker that was planted with something else. */
	note(collection: string, id: string, marker: string, rights: Rights): void {
		this.items.push({ phase: this.phase, here: this.here, collection, id, marker, rights });
	}

	/** Participant ids of these names. */
	ids(...names: string[]): string[] {
		return names.map((name) => this.people[name]!);
	}

	/** Sends what was planted since the last time, in order. */
	async send(su: PocketBase): Promise<void> {
		const rows = this.#batch.splice(0);
		for (let from = 0; from < rows.length; from += BATCH) {
			const batch = su.createBatch();
			for (const [collection, body, update] of rows.slice(from, from + BATCH)) {
				if (update) batch.collection(collection).update(update, body);
				else batch.collection(collection).create(body);
			}
			await batch.send();
		}
	}
}
