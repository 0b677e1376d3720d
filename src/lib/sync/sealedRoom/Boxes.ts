import type * as Y from 'yjs';
import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { LOCKBOX_LENGTH } from '#lib/crypto/lockbox/lockbox.ts';
import { makeLockbox } from '#lib/crypto/lockbox/makeLockbox.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';
import { boxesDue, type DueBox } from './boxesDue.ts';
import type { Circle } from './Circle.ts';
import type { EnvItem } from './EnvDuty.ts';
import { OWN } from './SealedLog.ts';

const NAME = /^b\/([0-9a-f]{32})\/([0-9a-f]{32})$/;

/** The lockboxes in `env` of `book`: opens one's own, and says which should stand there and which no longer. */
export class Boxes {
	private readonly circle: Circle;
	private readonly env: Y.Map<unknown>;
	private readonly tried = new WeakSet<Uint8Array>();

	constructor(circle: Circle, env: Y.Map<unknown>) {
		this.circle = circle;
		this.env = env;
	}

	/** Takes the keys out of the boxes made for this device. */
	async openOwn(): Promise<void> {
		const mine = [...this.env.keys()].filter((name) => NAME.exec(name)?.[2] === this.circle.device.id);
		await Promise.all(mine.map((name) => this.open(name)));
	}

	/** Boxes of every generation in use, for every live device, as far as this device has the key. */
	due(): EnvItem[] {
		const { roster, keys, inUse } = this.circle;
		const generations = [...inUse.all(), ...(roster.writeGeneration ? [roster.writeGeneration] : [])];
		return boxesDue(roster, generations).flatMap((box) => {
			const key = keys.proven(box.generation, roster);
			if (key === null) return [];
			const isDue = () => boxesDue(this.circle.roster, [box.generation]).some(({ name }) => name === box.name);
			return [{ name: box.name, isGood: isBox, make: () => this.make(box, key), isDue }];
		});
	}

	/** SR33: those of generations that nothing is sealed under any more, and those of devices that were taken out. */
	stale(): string[] {
		const { roster, inUse } = this.circle;
		const { writeGeneration } = roster;
		const used = new Set<string>(inUse.all());
		return [...this.env.keys()].filter((name) => {
			const [, generation, device] = (NAME.exec(name) ?? []) as unknown as [string, GenerationId, never];
			if (!generation || !roster.generations.has(generation)) return false;
			if (roster.devices.get(device)?.standing === 'removed') return true;
			const isOver = writeGeneration !== null && generation !== writeGeneration && !used.has(generation);
			return isOver && inUse.isComplete;
		});
	}

	/** The boxes of one generation that do not stand there yet: a state must not go out without them. */
	async makeMissing(roster: Roster, generation: GenerationId, key: Bytes): Promise<Map<string, Bytes>> {
		const missing = boxesDue(roster, [generation]).filter(({ name }) => !isBox(this.env.get(name)));
		const boxes = await Promise.all(missing.map((box) => this.make(box, key)));
		return new Map(missing.map(({ name }, i) => [name, boxes[i]!]));
	}

	private make({ generation, device }: DueBox, key: Bytes): Promise<Bytes> {
		return makeLockbox(this.circle.room, generation, key, device);
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
	private async mayFit({ generation, key }: { generation: GenerationId; key: Bytes }): Promise<boolean> {
		const record = this.circle.roster.generations.get(generation);
		return !record || sameBytes(record.commit, await commitTo(key, this.circle.room));
	}
}

function isBox(value: unknown): boolean {
	return value instanceof Uint8Array && value.length === LOCKBOX_LENGTH;
}
