import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Circle } from './Circle.ts';
import type { SealedDocument } from './SealedDocument.ts';

const HEARD = 'heard/';
/** Presence comes every few seconds; it is written down no more often than this. */
const PACE_MS = 60_000;

/**
 * When this device last heard of each other one, by its own clock: an entry that was new here, or its presence. A
 * server that keeps somebody's news back for ever shows in nothing else (protocol, 7.3).
 */
export class LastHeard {
	private readonly circle: Circle;
	private readonly store: LocalStore;
	private readonly scheduler: Scheduler;
	private readonly times = new Map<string, number>();
	private readonly kept = new Map<string, number>();

	private constructor(circle: Circle, store: LocalStore, scheduler: Scheduler) {
		this.circle = circle;
		this.store = store;
		this.scheduler = scheduler;
	}

	static async load(circle: Circle, store: LocalStore, scheduler: Scheduler): Promise<LastHeard> {
		const heard = new LastHeard(circle, store, scheduler);
		for (const { name, content } of await store.list(HEARD)) {
			const at = Number(new TextDecoder().decode(content));
			for (const times of [heard.times, heard.kept]) times.set(name.slice(HEARD.length), at);
		}
		return heard;
	}

	/** In milliseconds; null when nothing was heard of it since this device came. */
	of(device: DeviceId): number | null {
		return this.times.get(device) ?? null;
	}

	/** Listens to one document; what it knew before is no news. Returns what ends it. */
	watch(document: SealedDocument): () => void {
		const { parts, presence } = document;
		const numbers = new Map<DeviceId, number>();
		const others = () => [...this.circle.roster.devices.keys()].filter((id) => id !== this.circle.device.id);
		const numberOf = (id: DeviceId) => parts.heads.of(shortDeviceId(id));
		for (const id of others()) numbers.set(id, numberOf(id));
		const look = () => {
			const moved = others().filter((id) => numberOf(id) > (numbers.get(id) ?? 0));
			for (const id of moved) numbers.set(id, numberOf(id));
			this.hear([...moved, ...presence.others.map(({ device }) => device)]);
		};
		const stop = [document.onChange(look), presence.onChange(look)];
		return () => stop.forEach((end) => end());
	}

	private hear(devices: readonly string[]): void {
		const now = this.scheduler.now();
		for (const id of devices) this.times.set(id, now);
		const due = [...new Set(devices)].filter((id) => now - (this.kept.get(id) ?? -Infinity) >= PACE_MS);
		for (const id of due) this.kept.set(id, now);
		if (due.length === 0) return;
		// What is not written down is heard again; nothing hangs on it.
		this.store.change(due.map((id) => ({ name: HEARD + id, content: utf8(String(now)) }))).catch(() => {});
	}
}
