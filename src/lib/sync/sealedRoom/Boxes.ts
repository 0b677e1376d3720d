import type * as Y from 'yjs';
import { sameBytes } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { LOCKBOX_LENGTH } from '#lib/crypto/lockbox/lockbox.ts';
import { makeLockbox } from '#lib/crypto/lockbox/makeLockbox.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { Cancel } from '../scheduler.ts';
import type { Circle } from './Circle.ts';
import { between, type Ports } from './ports.ts';
import { OWN } from './SealedLog.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_A_DAY = 20;

type Missing = { name: string; generation: GenerationId; device: DeviceId };

function boxName(generation: GenerationId, device: DeviceId): string {
	return `b/${generation}/${device}`;
}

/** The lockboxes in `env` of `book`: opens one's own, and sees to it that every live device has its own. */
export class Boxes {
	private readonly circle: Circle;
	private readonly env: Y.Map<unknown>;
	private readonly ports: Ports;
	private readonly mayWrite: () => boolean;
	private readonly tried = new WeakSet<Uint8Array>();
	private readonly written = new Map<string, number[]>();
	private dutyAt: Cancel | null = null;

	constructor(circle: Circle, env: Y.Map<unknown>, ports: Ports, mayWrite: () => boolean) {
		this.circle = circle;
		this.env = env;
		this.ports = ports;
		this.mayWrite = mayWrite;
	}

	/** Takes the keys out of the boxes made for this device. */
	async openOwn(): Promise<void> {
		const mine = [...this.env.keys()].filter((name) => name.startsWith('b/') && name.endsWith(this.circle.device.id));
		await Promise.all(mine.map((name) => this.open(name)));
	}

	/** After every reading: is somebody's box missing? `inUse`: the generations that entries are sealed in. */
	watch(inUse: ReadonlySet<GenerationId>, { atOnce = false } = {}): void {
		if (this.dutyAt || !this.mayWrite() || this.missing(inUse).length === 0) return;
		const wait = atOnce ? 0 : between(this.ports, 1_000, 5_000);
		this.dutyAt = this.ports.scheduler.after(wait, () => {
			this.dutyAt = null;
			void this.write(inUse);
		});
	}

	close(): void {
		this.dutyAt?.();
	}

	private async open(name: string): Promise<void> {
		const box: unknown = this.env.get(name);
		if (!(box instanceof Uint8Array) || this.tried.has(box)) return;
		this.tried.add(box);
		const opened = await openLockbox(this.circle.room, new Uint8Array(box), this.circle.device);
		if (opened.ok && (await this.mayFit(opened.value))) {
			return this.circle.learnKey(opened.value.generation, opened.value.key);
		}
		// SR14: away with it, so that somebody writes a good one.
		if (this.circle.isLive && this.env.get(name) === box) this.env.doc!.transact(() => this.env.delete(name), OWN);
	}

	/** False only when the generation's own record says that this is another key (SR10). */
	private async mayFit({ generation, key }: { generation: GenerationId; key: Uint8Array<ArrayBuffer> }) {
		const record = this.circle.roster.generations.get(generation);
		return !record || sameBytes(record.commit, await commitTo(key, this.circle.room));
	}

	/** SR11: for live devices only, and for generations whose record is well-formed here. */
	private missing(inUse: ReadonlySet<GenerationId>): Missing[] {
		const { roster, keys } = this.circle;
		const live = [...roster.devices.values()].filter(({ standing }) => standing === 'live');
		const generations = [...roster.generations.keys()].filter(
			(id) => (inUse.has(id) || id === roster.writeGeneration) && keys.proven(id, roster) !== null
		);
		return generations
			.flatMap((generation) => live.map(({ id }) => ({ name: boxName(generation, id), generation, device: id })))
			.filter(({ name }) => !this.isBox(this.env.get(name)) && this.mayRewrite(name));
	}

	private isBox(value: unknown): boolean {
		return value instanceof Uint8Array && value.length === LOCKBOX_LENGTH;
	}

	private mayRewrite(name: string): boolean {
		const now = this.ports.scheduler.now();
		const today = (this.written.get(name) ?? []).filter((at) => now - at < DAY);
		return today.length < MOST_A_DAY && now - (today.at(-1) ?? -Infinity) >= MINUTE;
	}

	private async write(inUse: ReadonlySet<GenerationId>): Promise<void> {
		if (!this.mayWrite()) return;
		const { circle } = this;
		const made = await Promise.all(
			this.missing(inUse).map(async ({ name, generation, device }) => {
				const [key, to] = [circle.keys.proven(generation, circle.roster)!, circle.roster.devices.get(device)!];
				return { name, device, box: await makeLockbox(circle.room, generation, key, to) };
			})
		);
		// While the boxes were made somebody may have been taken out.
		const still = made.filter(({ device }) => circle.roster.devices.get(device)?.standing === 'live');
		if (still.length === 0 || !this.mayWrite()) return;
		this.env.doc!.transact(() => {
			for (const { name, box } of still) this.env.set(name, box);
		}, OWN);
		for (const { name } of still) {
			this.written.set(name, [...(this.written.get(name) ?? []), this.ports.scheduler.now()]);
		}
	}
}
