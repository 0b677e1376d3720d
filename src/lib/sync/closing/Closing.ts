import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { RecordId } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import type { Circle } from '../sealedRoom/Circle.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import { judgeClosing, type ClosingState } from './judgeClosing.ts';

const SEEN = 'close/';

/** Whether the room is ending on this device, and when (F13). Remembers when it first saw each close. */
export class Closing {
	private readonly circle: Circle;
	private readonly store: LocalStore;
	private readonly scheduler: Scheduler;
	private readonly firstSeen = new Map<RecordId, number>();
	private readonly listeners = new Listeners();
	private readonly stop: () => void;
	private timer: Cancel | null = null;

	private constructor(circle: Circle, store: LocalStore, scheduler: Scheduler) {
		this.circle = circle;
		this.store = store;
		this.scheduler = scheduler;
		this.stop = circle.onChange(() => void this.look());
	}

	static async load(circle: Circle, store: LocalStore, scheduler: Scheduler): Promise<Closing> {
		const closing = new Closing(circle, store, scheduler);
		for (const { name, content } of await store.list(SEEN)) {
			closing.firstSeen.set(name.slice(SEEN.length) as RecordId, Number(new TextDecoder().decode(content)));
		}
		await closing.look();
		return closing;
	}

	/** Who wants to end the room, and when that happens here. */
	get state(): ClosingState {
		return judgeClosing(this.circle.roster, this.firstSeen);
	}

	get isRunning(): boolean {
		return this.state.effectiveAt !== null;
	}

	/** The time is over: nothing is healed or written any more (SR34). */
	get isInEffect(): boolean {
		const { effectiveAt } = this.state;
		return effectiveAt !== null && this.scheduler.now() >= effectiveAt;
	}

	/** A close, a keep, or the moment itself. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		this.stop();
		this.timer?.();
	}

	private async look(): Promise<void> {
		const now = this.scheduler.now();
		const fresh = this.circle.roster.closes.filter(({ id }) => !this.firstSeen.has(id));
		for (const { id } of fresh) this.firstSeen.set(id, now);
		this.timer?.();
		const { effectiveAt } = this.state;
		if (effectiveAt !== null && effectiveAt > now) {
			this.timer = this.scheduler.after(effectiveAt - now, () => void this.look());
		}
		await this.store.change(fresh.map(({ id }) => ({ name: SEEN + id, content: utf8(String(now)) })));
		this.listeners.tell();
	}
}
