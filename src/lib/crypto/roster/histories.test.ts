import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeviceId } from '../device/device.ts';
import { evaluate, type Roster } from './evaluate.ts';
import type { RecordContent, RecordId, RoomId, RosterRecord } from './record.ts';

/*
 * Random lives of a circle, without cryptography: true signatures are taken for granted, and ids are made up,
 * except that no record can name one that was written after it, which is what hashing gives.
 * Members act on what has reached them; who was removed colludes with the server, sees everything, and signs
 * whatever it likes, as old as it likes. HISTORIES sets how many lives are tried, SEED which.
 */
const RUNS = Number(process.env.HISTORIES ?? (process.env.LONG_TESTS ? 20_000 : 2000));
const SEED = Number(process.env.SEED ?? randomInt(2 ** 31));
const PEOPLE = 6;
const nothing = new Uint8Array(0);

type Step = { actor: number; act: number; target: number; pick: number };
const step: fc.Arbitrary<Step> = fc.record({
	actor: fc.nat(PEOPLE - 1),
	act: fc.nat(9),
	target: fc.nat(PEOPLE - 1),
	pick: fc.nat(0xffff)
});

function deviceId(name: string): DeviceId {
	return Array.from(name.padEnd(16), (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('') as DeviceId;
}

class World {
	all: RosterRecord[] = [];
	knownTo: Set<RosterRecord>[] = Array.from({ length: PEOPLE }, () => new Set<RosterRecord>());
	devices = Array.from({ length: PEOPLE }, (_, i) => deviceId(`d${i}`));
	ghosts = new Set<DeviceId>();
	roomId: RoomId;

	constructor() {
		const first = this.devices[0]!;
		const genesis = this.write(first, [], this.keysOf('genesis', first), '');
		this.roomId = genesis.id as string as RoomId;
		this.knownTo[0]!.add(genesis);
	}

	private keysOf(kind: 'genesis' | 'admit', id: DeviceId): RecordContent {
		const device = { id, signPub: nothing, agreePub: nothing };
		const who = { person: id, name: id, label: '' };
		if (kind === 'genesis') return { kind, device, ...who, random: nothing };
		return { kind, device, ...who, how: 1, flags: 0, sheetBlob: nothing };
	}

	private write(by: DeviceId, after: RecordId[], content: RecordContent, salt: string): RosterRecord {
		// Ids in no order: the lowest generation must not be the oldest by habit.
		const number = this.all.length;
		const id = (((number * 2654435761) >>> 0).toString(16).padStart(8, '0') + salt).padEnd(64, '0') as RecordId;
		const record: RosterRecord = { ...content, id, by, after, bytes: nothing };
		this.all.push(record);
		return record;
	}

	view(person: number): Roster {
		return evaluate(this.roomId, this.knownTo[person]!);
	}

	content(act: number, target: DeviceId): RecordContent {
		if (act < 4) return this.keysOf('admit', target);
		if (act < 7) return { kind: 'remove', devices: [target] };
		return { kind: 'generation', commit: nothing };
	}

	isRemoved(device: DeviceId): boolean {
		return evaluate(this.roomId, this.all).devices.get(device)?.standing === 'removed';
	}

	play({ actor, act, target, pick }: Step): void {
		const [me, other] = [this.devices[actor]!, this.devices[target]!];
		const known = this.knownTo[actor]!;
		if (this.isRemoved(me)) {
			// Colludes: any subset of everything ever written as the past, and ghosts of its own making.
			const after = this.all.filter((_, i) => ((pick >> (i % 16)) & 1) === 1).map(({ id }) => id);
			const ghost = deviceId(`g${this.all.length}`);
			if (act < 4) this.ghosts.add(ghost);
			const author = act === 3 && this.ghosts.size > 1 ? [...this.ghosts][pick % (this.ghosts.size - 1)]! : me;
			this.write(author, after, this.content(act, act < 4 ? ghost : other), 'f');
			return;
		}
		if (act >= 8) {
			// News from somebody else, or all that the server has, forged or not.
			const news = act === 9 ? this.all : this.knownTo[target]!;
			for (const record of news) known.add(record);
			return;
		}
		const roster = this.view(actor);
		if (roster.devices.get(me)?.standing !== 'live') return;
		known.add(this.write(me, roster.heads, this.content(act, other), ''));
	}
}

const outcome = (roster: Roster) => ({
	live: [...roster.devices.values()].filter(({ standing }) => standing === 'live').map(({ id }) => id).sort(),
	removed: [...roster.devices.values()].filter(({ standing }) => standing === 'removed').map(({ id }) => id).sort(),
	writeGeneration: roster.writeGeneration,
	heads: roster.heads,
	wellFormed: roster.wellFormed.map(({ id }) => id).sort(),
	waiting: roster.waiting
});

it(`[SR2] [SR4] over ${RUNS} lives with backdating ex-members: same answer in any order, no removal undone, no ghost live (SEED=${SEED})`, () => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, numbers) => {
			const world = new World();
			// Three are let in to begin with, so that there is somebody to fall out with.
			for (const target of [1, 2, 3]) world.play({ actor: 0, act: 0, target, pick: 0 });
			for (const target of [1, 2, 3]) world.play({ actor: target, act: 9, target: 0, pick: 0 });
			const everRemoved = new Set<DeviceId>();
			for (const one of steps) {
				world.play(one);
				const roster = evaluate(world.roomId, world.all);
				for (const { id, standing } of roster.devices.values()) {
					if (everRemoved.has(id)) expect(standing).toBe('removed');
					if (standing === 'removed') everRemoved.add(id);
					if (world.ghosts.has(id)) expect(standing).not.toBe('live');
				}
			}
			const shuffled = world.all
				.map((record) => ({ record, at: numbers.next().value as number }))
				.sort((a, b) => a.at - b.at)
				.map(({ record }) => record);
			expect(outcome(evaluate(world.roomId, shuffled))).toEqual(outcome(evaluate(world.roomId, world.all)));
		}),
		{ numRuns: RUNS, seed: SEED }
	);
}, 3_600_000);
