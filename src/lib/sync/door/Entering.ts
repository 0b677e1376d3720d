import type { Cancel } from '../scheduler.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';

const PATIENCE_MS = 30_000;

/**
 * `checking`: the welcome was true, and what it promised is not all here. `incomplete`: nor after half a minute; the
 * server holds something back, and it goes on by itself once that comes. `takenOut`: by somebody inside, meanwhile.
 */
export type EnteringState = { at: 'checking' | 'incomplete' | 'in' } | { at: 'over'; because: 'takenOut' };

/** The last step of coming in (F3.5, SR8), also where it was left off at a reload. */
export class Entering {
	readonly room: SealedRoom;
	state: EnteringState = { at: 'checking' };
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private readonly patience: Cancel;

	constructor(room: SealedRoom) {
		this.room = room;
		this.stop = [room.onChange(() => this.look())];
		this.patience = room.ports.scheduler.after(PATIENCE_MS, () => {
			if (this.state.at === 'checking') this.become({ at: 'incomplete' });
		});
		this.look();
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Leaves the room open; whoever shows it closes it. */
	close(): void {
		this.patience();
		for (const stop of this.stop) stop();
	}

	private become(state: EnteringState): void {
		this.state = state;
		this.listeners.tell();
	}

	private look(): void {
		const { standing, circle, book } = this.room;
		if (standing === 'removed') this.become({ at: 'over', because: 'takenOut' });
		if (circle.isLive && book.isUpToDate) this.become({ at: 'in' });
		if (this.state.at === 'in' || this.state.at === 'over') this.close();
	}
}
