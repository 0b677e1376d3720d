import { createSubscriber } from 'svelte/reactivity';
import { sayClose, sayKeep, type Said } from '#lib/sync/closing/sayClosing.ts';
import { asOnScreen } from './asOnScreen.ts';
import type { OurRoom } from './OurRoom.svelte.ts';

/** Ending the room for all, and keeping it (F13). */
export class Ending {
	readonly #room: OurRoom;
	readonly #changed: () => void;

	constructor(room: OurRoom) {
		this.#room = room;
		this.#changed = createSubscriber((update) => room.sealed!.onChange(update));
	}

	/** Names of those who want to end the room; nobody while it stays. */
	get wantedBy(): string[] {
		this.#changed();
		return [...new Set(this.#room.sealed?.closing.state.closes.map(({ name }) => name))];
	}

	/** Whether the reader is one of them. */
	get isWantedByMe(): boolean {
		this.#changed();
		return this.#room.sealed?.closing.state.closes.some(({ person }) => person === this.#room.info?.me.id) ?? false;
	}

	/** When it ends on this device if nobody keeps it, in milliseconds; null while it stays. */
	get at(): number | null {
		this.#changed();
		const at = this.#room.sealed?.closing.state.effectiveAt ?? null;
		return at && asOnScreen(at, this.#room);
	}

	/** Nobody else is in: then it ends at once. */
	get isAlone(): boolean {
		this.#changed();
		return new Set(this.#room.sealed?.circle.live.map(({ person }) => person)).size <= 1;
	}

	/** Wants to end the room, or agrees with who does. */
	close = (): Promise<Said> => sayClose(this.#room.sealed!);

	/** Keeps the room, whoever wants it ended. */
	keep = (): Promise<Said> => sayKeep(this.#room.sealed!);
}
