import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { createDevice } from '../device/createDevice.ts';
import type { Device } from '../device/device.ts';
import { commitTo } from '../generation/commitTo.ts';
import { beginRoster, type Beginning } from './beginRoster.ts';
import { evaluate, type Roster } from './evaluate.ts';
import { HOW, type RecordContent, type RosterRecord } from './record.ts';
import { RecordSet } from './RecordSet.ts';
import { signRecord } from './signRecord.ts';

let yara: Device, hulya: Device, bas: Device, ruben: Device;
let beginning: Beginning;
let roomId: Bytes;

beforeAll(async () => {
	const devices = await Promise.all([1, 2, 3, 4].map(() => createDevice()));
	[yara, hulya, bas, ruben] = devices as [Device, Device, Device, Device];
	beginning = await beginRoster(yara, { person: 'p-yara', name: 'Yara', label: 'telefoon' });
	roomId = fromHex(beginning.roomId);
});

const rosterOf = (records: RosterRecord[]): Roster => evaluate(beginning.roomId, records);
const letIn = (device: Device, name: string): RecordContent => ({
	kind: 'admit',
	device,
	person: `p-${name}`,
	name,
	label: 'telefoon',
	how: HOW.qr,
	flags: 0,
	sheetBlob: new Uint8Array(0)
});
/** What an honest device writes: after everything it knows. */
const next = (records: RosterRecord[], author: Device, content: RecordContent) =>
	signRecord(roomId, author, rosterOf(records).heads, content);
const takeOut = (...devices: Device[]): RecordContent => ({ kind: 'remove', devices: devices.map(({ id }) => id) });
const standing = (roster: Roster, device: Device) => roster.devices.get(device.id)?.standing;

describe('who is in', () => {
	it('[SR2] Yara begins, lets Hülya in, and Hülya lets Bas in; whatever order that arrives in', async () => {
		const withHulya = [...beginning.records, await next(beginning.records, yara, letIn(hulya, 'Hülya'))];
		const all = [...withHulya, await next(withHulya, hulya, letIn(bas, 'Bas'))];
		for (const order of [all, [...all].reverse()]) {
			const set = new RecordSet(beginning.roomId);
			for (const record of order) await set.add([record.bytes, record.bytes]);
			const roster = rosterOf(set.records);
			expect([yara, hulya, bas].map((device) => standing(roster, device))).toEqual(['live', 'live', 'live']);
			expect(roster.devices.get(bas.id)).toMatchObject({ name: 'Bas', letInBy: hulya.id, how: HOW.qr });
			expect(roster.writeGeneration).toBe(beginning.generation);
			expect(roster.heads).toEqual([all.at(-1)!.id]);
		}
	});

	it('[SR3] a record whose past is not all here waits, and then takes effect', async () => {
		const admit = await next(beginning.records, yara, letIn(hulya, 'Hülya'));
		const later = await next([...beginning.records, admit], hulya, letIn(bas, 'Bas'));
		const early = rosterOf([...beginning.records, later]);
		expect(early.waiting).toBe(1);
		expect(standing(early, bas)).toBeUndefined();
		expect(standing(rosterOf([...beginning.records, later, admit]), bas)).toBe('live');
	});

	it('[SR4] who was taken out stays out, also when somebody lets the same keys in again', async () => {
		const records = [...beginning.records];
		records.push(await next(records, yara, letIn(ruben, 'Ruben')));
		records.push(await next(records, yara, takeOut(ruben)));
		records.push(await next(records, yara, letIn(ruben, 'Ruben')));
		expect(standing(rosterOf(records), ruben)).toBe('removed');
	});

	it('[SR4] what a removed device backdates is void: the ghost it lets in never becomes live', async () => {
		const admit = await next(beginning.records, yara, letIn(ruben, 'Ruben'));
		const before = [...beginning.records, admit];
		const remove = await next(before, yara, takeOut(ruben));
		const backdated = await signRecord(roomId, ruben, [admit.id], letIn(bas, 'een geest'));
		const roster = rosterOf([...before, remove, backdated]);
		expect(standing(roster, bas)).toBe('waiting');
		expect(standing(rosterOf([...before, backdated]), bas)).toBe('live');
	});

	it('[SR4] a removal by somebody who was removed at the same moment still counts: both are out', async () => {
		const records = [...beginning.records];
		records.push(await next(records, yara, letIn(ruben, 'Ruben')));
		records.push(await next(records, yara, letIn(hulya, 'Hülya')));
		const [one, other] = await Promise.all([next(records, yara, takeOut(ruben)), next(records, ruben, takeOut(yara))]);
		const roster = rosterOf([...records, one, other]);
		expect([yara, ruben, hulya].map((device) => standing(roster, device))).toEqual(['removed', 'removed', 'live']);
	});

	it('[SR12] after a removal nobody writes under the old key; the new one is the lowest that knows all removals', async () => {
		const records = [...beginning.records];
		records.push(await next(records, yara, letIn(ruben, 'Ruben')));
		records.push(await next(records, yara, takeOut(ruben)));
		expect(rosterOf(records).writeGeneration).toBeNull();
		const commit = await commitTo(new Uint8Array(32).fill(7), roomId);
		const made = await next(records, yara, { kind: 'generation', commit });
		const roster = rosterOf([...records, made]);
		expect(roster.writeGeneration).toBe(made.id.slice(0, 32));
		expect(roster.generations.size).toBe(2);
	});

	it('[SR8] a key that somebody made after being taken out, or unseen just before, does not count', async () => {
		const admit = await next(beginning.records, yara, letIn(hulya, 'Hülya'));
		const inside = [...beginning.records, admit];
		const commit = await commitTo(new Uint8Array(32).fill(9), roomId);
		const unseen = await next(inside, hulya, { kind: 'generation', commit });
		const roster = rosterOf([...inside, await next(inside, yara, takeOut(hulya)), unseen]);
		expect(roster.generations.size).toBe(2);
		expect([...roster.countingGenerations]).toEqual([beginning.generation]);
		expect(rosterOf([...inside, unseen]).countingGenerations.size).toBe(2);
	});

	it('[SR1] records of another room, and another beginning, have no effect here', async () => {
		const other = await beginRoster(ruben, { person: 'p-ruben', name: 'Ruben', label: '' });
		const set = new RecordSet(beginning.roomId);
		await set.add([...beginning.records, ...other.records].map(({ bytes }) => bytes));
		const roster = rosterOf(set.records);
		expect(standing(roster, ruben)).toBeUndefined();
		expect(standing(roster, yara)).toBe('live');
		expect(evaluate(other.roomId, beginning.records).wellFormed).toEqual([]);
	});

	it('[SR2] a copy with a broken signature does not stand in the way of the true one', async () => {
		const set = new RecordSet(beginning.roomId);
		const broken = beginning.records.map(({ bytes }) => concat(bytes.slice(0, -1), Uint8Array.of(bytes.at(-1)! ^ 1)));
		expect(await set.add(broken)).toBe(false);
		expect(await set.add(beginning.records.map(({ bytes }) => bytes))).toBe(true);
		expect(set.records).toHaveLength(2);
	});
});
