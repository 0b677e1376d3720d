import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Circle } from './Circle.ts';
import { Listeners } from './Listeners.ts';
import { pastOf } from './pastOf.ts';

const MET = 'met/';
const SINCE = 'since/';

/**
 * Shows every device and sheet that came in to this member, until tapped away here (SR9): also those this device
 * let in itself, for somebody else may have held it. Who was in before this device came counts as met. Kept sealed
 * on the device, with when each was first seen, by its own clock; the roster knows no time.
 */
export class Newcomers {
	private readonly circle: Circle;
	private readonly store: LocalStore;
	private readonly scheduler: Scheduler;
	private readonly met = new Set<string>();
	private readonly firstSeen = new Map<string, number>();
	private readonly listeners = new Listeners();
	private readonly stop: () => void;

	private constructor(circle: Circle, store: LocalStore, scheduler: Scheduler) {
		this.circle = circle;
		this.store = store;
		this.scheduler = scheduler;
		this.stop = circle.onChange(() => void this.look());
	}

	static async load(circle: Circle, store: LocalStore, scheduler: Scheduler): Promise<Newcomers> {
		const newcomers = new Newcomers(circle, store, scheduler);
		const [met, since] = await Promise.all([store.list(MET), store.list(SINCE)]);
		for (const { name } of met) newcomers.met.add(name.slice(MET.length));
		for (const { name, content } of since) {
			newcomers.firstSeen.set(name.slice(SINCE.length), Number(new TextDecoder().decode(content)));
		}
		await newcomers.look();
		return newcomers;
	}

	/** Those to be shown, who came last first. */
	get all(): RosterDevice[] {
		const { live, me } = this.circle;
		if (me === undefined || !this.met.has(me.id)) return [];
		const fresh = live.filter(({ id }) => !this.met.has(id));
		return fresh.sort((a, b) => (this.since(b.id) ?? 0) - (this.since(a.id) ?? 0));
	}

	/** When this device first saw that one, in milliseconds by its own clock; null when it never did. */
	since(device: DeviceId): number | null {
		return this.firstSeen.get(device) ?? null;
	}

	/** Tapped away. */
	async meet(devices: readonly DeviceId[]): Promise<void> {
		for (const id of devices) this.met.add(id);
		this.listeners.tell();
		await this.store.change(devices.map((id) => ({ name: MET + id, content: Uint8Array.of(1) })));
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		this.stop();
	}

	private async look(): Promise<void> {
		const { me, roster } = this.circle;
		const now = this.scheduler.now();
		const unseen = [...roster.devices.keys()].filter((id) => !this.firstSeen.has(id));
		for (const id of unseen) this.firstSeen.set(id, now);
		await this.store.change(unseen.map((id) => ({ name: SINCE + id, content: utf8(String(now)) })));
		if (me?.standing !== 'live' || this.met.has(me.id)) return;
		const before = pastOf(roster.wellFormed, me.record);
		const there = [...roster.devices.values()].filter(({ record }) => before.has(record));
		await this.meet([me.id, ...there.map(({ id }) => id)]);
	}
}
