import { createSubscriber } from 'svelte/reactivity';
import type { SealedRoom, ShownDevice } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { readNote } from '#lib/sync/sheet/notes.ts';

type DeviceId = ShownDevice['id'];

/**
 * `make`: nobody in the circle has one. `try`: the one that was made here was not typed back. `replace`: this device
 * came in with one, so its letters were used on a screen.
 */
export type SheetStep = 'make' | 'try' | 'replace';

/** What there is to do about the sleutelblad, so that the room can offer it (F6). */
export class SheetDue {
	#untried: DeviceId | null = $state(null);
	#used: DeviceId | null = $state(null);
	#putOff: SheetStep | undefined = $state();
	readonly #room: SealedRoom;
	readonly #changed: () => void;

	constructor(room: SealedRoom) {
		this.#room = room;
		this.#changed = createSubscriber((changed) => room.onChange(changed));
		void this.look();
	}

	/** Looks again at what is noted here: after a sheet was made or typed back. */
	look = async (): Promise<void> => {
		const { store } = this.#room;
		[this.#untried, this.#used] = await Promise.all([readNote(store, 'untried'), readNote(store, 'used')]);
	};

	/** Not now; it is offered again when this page is opened anew. */
	putOff = (): void => {
		this.#putOff = this.step;
	};

	get step(): SheetStep | undefined {
		const due = this.#due;
		return due === this.#putOff ? undefined : due;
	}

	get #due(): SheetStep | undefined {
		this.#changed();
		const { circle, devices } = this.#room;
		if (!circle.isLive) return undefined;
		const sheets = devices.filter(({ isSheet, standing }) => isSheet && standing === 'live');
		const has = (sheet: DeviceId | null) => sheets.some(({ id }) => id === sheet);
		if (has(this.#untried)) return 'try';
		if (sheets.length === 0) return 'make';
		return has(this.#used) ? 'replace' : undefined;
	}
}
