import type * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Cancel } from '../scheduler.ts';
import { between, type Ports } from './ports.ts';
import { OWN } from './SealedLog.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_A_DAY = 20;

/** One thing that must stand in `env`. */
export type EnvItem = {
	name: string;
	isGood(value: unknown): boolean;
	make(): Promise<Bytes>;
	/** Asked again when it has been made: meanwhile somebody may have been taken out. */
	isDue(): boolean;
};

export type EnvSource = { due(): EnvItem[]; stale(): string[] };

/**
 * Sees to it that lockboxes and sheets stand in `env` of `book`, and that what is over goes. Every device does,
 * after a random wait, so that usually one of them writes; each thing once a minute and twenty times a day at
 * most, against a server that keeps deleting (SR14).
 */
export class EnvDuty {
	private readonly env: Y.Map<unknown>;
	private readonly sources: readonly EnvSource[];
	private readonly ports: Ports;
	private readonly mayWrite: () => boolean;
	private readonly written = new Map<string, number[]>();
	private at: Cancel | null = null;
	private againAt: Cancel | null = null;

	constructor(env: Y.Map<unknown>, sources: readonly EnvSource[], ports: Ports, mayWrite: () => boolean) {
		this.env = env;
		this.sources = sources;
		this.ports = ports;
		this.mayWrite = mayWrite;
	}

	/** After every reading: is anything missing, spoilt or over? */
	watch(): void {
		this.watchAgain();
		if (this.at || !this.mayWrite() || (this.missing().length === 0 && this.stale().length === 0)) return;
		this.at = this.ports.scheduler.after(between(this.ports, 1_000, 5_000), () => {
			this.at = null;
			void this.write();
		});
	}

	/** Without the wait: what this device itself has just made necessary. */
	async write(): Promise<void> {
		if (!this.mayWrite()) return;
		const made = await Promise.all(this.missing().map(async (item) => ({ item, value: await item.make() })));
		const still = made.filter(({ item }) => item.isDue());
		if (!this.mayWrite()) return;
		const stale = this.stale();
		if (still.length + stale.length === 0) return;
		this.env.doc!.transact(() => {
			for (const { item, value } of still) this.env.set(item.name, value);
			for (const name of stale) this.env.delete(name);
		}, OWN);
		const now = this.ports.scheduler.now();
		for (const { item } of still) this.written.set(item.name, [...this.lately(item.name), now]);
	}

	close(): void {
		this.at?.();
		this.againAt?.();
	}

	/** What was written too lately to be written again: nothing else may come that makes anybody look. */
	private watchAgain(): void {
		this.againAt?.();
		const waits = this.lacking().map(({ name }) => this.waitOf(name)).filter((wait) => wait > 0);
		this.againAt = waits.length === 0 ? null : this.ports.scheduler.after(Math.min(...waits), () => this.watch());
	}

	private missing(): EnvItem[] {
		return this.lacking().filter(({ name }) => this.waitOf(name) <= 0);
	}

	private lacking(): EnvItem[] {
		const items = this.sources.flatMap((source) => source.due());
		return items.filter(({ name, isGood }) => !isGood(this.env.get(name)));
	}

	private stale(): string[] {
		return this.sources.flatMap((source) => source.stale());
	}

	/** How long it must wait before it may be written again. */
	private waitOf(name: string): number {
		const lately = this.lately(name);
		const soonest = lately.length < MOST_A_DAY ? (lately.at(-1) ?? -Infinity) + MINUTE : lately[0]! + DAY;
		return soonest - this.ports.scheduler.now();
	}

	private lately(name: string): number[] {
		return (this.written.get(name) ?? []).filter((at) => this.ports.scheduler.now() - at < DAY);
	}
}
