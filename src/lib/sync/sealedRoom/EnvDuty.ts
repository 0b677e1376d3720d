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

	constructor(env: Y.Map<unknown>, sources: readonly EnvSource[], ports: Ports, mayWrite: () => boolean) {
		this.env = env;
		this.sources = sources;
		this.ports = ports;
		this.mayWrite = mayWrite;
	}

	/** After every reading: is anything missing, spoilt or over? */
	watch(): void {
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
	}

	private missing(): EnvItem[] {
		const items = this.sources.flatMap((source) => source.due());
		return items.filter(({ name, isGood }) => !isGood(this.env.get(name)) && this.mayRewrite(name));
	}

	private stale(): string[] {
		return this.sources.flatMap((source) => source.stale());
	}

	private mayRewrite(name: string): boolean {
		const lately = this.lately(name);
		return lately.length < MOST_A_DAY && this.ports.scheduler.now() - (lately.at(-1) ?? -Infinity) >= MINUTE;
	}

	private lately(name: string): number[] {
		return (this.written.get(name) ?? []).filter((at) => this.ports.scheduler.now() - at < DAY);
	}
}
