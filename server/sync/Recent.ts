import type { LogEntry } from './roomLog.ts';

/**
 * The updates that are in a journal and not yet in a room's own file. There may be tens of thousands, each of a few
 * dozen bytes; so not each is an object: kept are the batches, whole, and per room where in them its updates lie.
 */
export class Recent {
	readonly #batches: ArrayBufferLike[] = [];
	/** Per room, three numbers for each update: which batch, where it begins, how long it is. */
	readonly #places = new Map<string, number[]>();
	#count = 0;

	/** How many updates there are. */
	get count(): number {
		return this.#count;
	}

	get rooms(): string[] {
		return [...this.#places.keys()];
	}

	/** Updates that came in one batch are best added together: their bytes are kept once. */
	add({ room, update }: LogEntry): void {
		if (this.#batches.at(-1) !== update.buffer) this.#batches.push(update.buffer);
		const places = this.#places.get(room);
		if (places) places.push(this.#batches.length - 1, update.byteOffset, update.length);
		else this.#places.set(room, [this.#batches.length - 1, update.byteOffset, update.length]);
		this.#count++;
	}

	/** The updates of `room`, in the order in which they came. */
	of(room: string): Uint8Array[] {
		const places = this.#places.get(room) ?? [];
		const updates: Uint8Array[] = [];
		for (let i = 0; i < places.length; i += 3) {
			updates.push(new Uint8Array(this.#batches[places[i]!]!, places[i + 1], places[i + 2]));
		}
		return updates;
	}
}
