import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Welcome } from '#lib/crypto/welcome/welcome.ts';
import type { Cancel } from '../scheduler.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import type { DoorLine } from './DoorLine.ts';
import { handOver, type Newcomer } from './handOver.ts';

const RETRY_MS = 5_000;

export type HandingSettings = {
	newcomer: Newcomer;
	/** Under which name the welcome lies at the door. */
	answerAt: string;
	/** MACed or signed, so that only this device can have said it. */
	prove: (welcome: Welcome) => Promise<Bytes>;
	/** When it is time for another step. */
	again: () => void;
};

/** `notYet`: one more step is needed, when something changed or `again` is called. */
export type Step = 'notYet' | 'done' | 'notAllowed' | 'removed';

/** Carries out a yes: until the newcomer is admitted, the welcome lies at the door, and the server has both. */
export class Handing {
	private readonly room: SealedRoom;
	private readonly door: DoorLine;
	private readonly settings: HandingSettings;
	private retryAt: Cancel | null = null;
	/** Made once: a lockbox is another each time it is made. */
	private isSaid = false;

	constructor({ room, door }: { room: SealedRoom; door: DoorLine }, settings: HandingSettings) {
		this.room = room;
		this.door = door;
		this.settings = settings;
	}

	async step(): Promise<Step> {
		const { newcomer, answerAt, prove } = this.settings;
		if (!this.isSaid) {
			const handed = await handOver(this.room, newcomer);
			if (!handed.ok) return handed.why === 'notNow' ? this.later() : handed.why;
			this.door.put(answerAt, await prove(handed.welcome));
			this.isSaid = true;
		}
		return this.door.isStored && this.room.book.isStored ? 'done' : 'notYet';
	}

	close(): void {
		this.retryAt?.();
	}

	private later(): Step {
		this.retryAt ??= this.room.ports.scheduler.after(RETRY_MS, () => {
			this.retryAt = null;
			this.settings.again();
		});
		return 'notYet';
	}
}
