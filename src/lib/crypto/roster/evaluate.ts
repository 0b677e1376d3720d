import type { Bytes } from '../conventions/bytes.ts';
import type { DeviceId, PublicDevice } from '../device/device.ts';
import type { GenerationId } from '../generation/generation.ts';
import { orderRecords, type Ordered } from './orderRecords.ts';
import { generationIdOf, type Belonging, type How, type RecordId, type RoomId, type RosterRecord } from './record.ts';

/** Live: may read and write. Removed: never again. Waiting: admitted by a record that does not count. */
export type DeviceStanding = 'live' | 'waiting' | 'removed';

/**
 * One device as the circle sees it. `letInBy` and `how` are null for the device that began the room. `record`
 * is the line that names it; `sheetBlob` is empty unless it is a sheet.
 */
export type RosterDevice = PublicDevice &
	Belonging & {
		standing: DeviceStanding;
		letInBy: DeviceId | null;
		how: How | null;
		flags: number;
		sheetBlob: Bytes;
		record: RecordId;
	};

type Of<Kind extends RosterRecord['kind']> = Extract<RosterRecord, { kind: Kind }>;

export type Roster = {
	/** Records that have an effect or could have, each after its past. */
	wellFormed: RosterRecord[];
	/** How many records wait for a past that is not here (SR3), or have none that could ever fit. */
	waiting: number;
	/** Ids to name as `after` in the next record (SR5). */
	heads: RecordId[];
	devices: Map<DeviceId, RosterDevice>;
	/** Every well-formed generation and what its key must prove itself against (SR10). */
	generations: Map<GenerationId, Of<'generation'>>;
	/** Those of them that count: a newcomer must have been handed the key of one (SR8). */
	countingGenerations: Set<GenerationId>;
	/** The one to write under; null: whoever wants to write makes a new one first (SR12). */
	writeGeneration: GenerationId | null;
	/** Those that count, of people who are still in, and whatever was said against them (F13). */
	closes: Of<'close'>[];
	keeps: Of<'keep'>[];
};

function countingRecords({ records, isPast, genesis, removesOf, admitsOf }: Ordered): Set<RosterRecord> {
	const counting = new Set<RosterRecord>();
	for (const record of records) {
		if (record.kind === 'remove') continue;
		const authorCounts =
			record.by === genesis.by ||
			admitsOf(record.by).some((admit) => counting.has(admit) && isPast(admit, record));
		const beforeEveryRemove = removesOf(record.by).every((remove) => isPast(record, remove));
		if (authorCounts && beforeEveryRemove) counting.add(record);
	}
	return counting;
}

function devicesOf({ records, genesis }: Ordered, counting: Set<RosterRecord>, removed: Set<DeviceId>) {
	const devices = new Map<DeviceId, RosterDevice>();
	// Of several admits of one device the counting one with the lowest id names it, for everybody alike.
	const rank = (record: RosterRecord) => (record === genesis ? '' : (counting.has(record) ? '0' : '1') + record.id);
	for (const record of [...records].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
		if (record.kind !== 'genesis' && record.kind !== 'admit') continue;
		if (devices.has(record.device.id)) continue;
		const { device, person, name, label } = record;
		const letIn =
			record.kind === 'admit'
				? { letInBy: record.by, how: record.how, flags: record.flags, sheetBlob: record.sheetBlob }
				: { letInBy: null, how: null, flags: 0, sheetBlob: new Uint8Array(0) };
		const standing = removed.has(device.id) ? 'removed' : counting.has(record) ? 'live' : 'waiting';
		devices.set(device.id, { ...device, person, name, label, ...letIn, standing, record: record.id });
	}
	return devices;
}

/** Who was taken out since no longer ends anything: one goodbye must not outlast its speaker. */
function endings(counting: Set<RosterRecord>, devices: Map<DeviceId, RosterDevice>) {
	const live = [...devices.values()].filter(({ standing }) => standing === 'live');
	const persons = new Set(live.map(({ person }) => person));
	const isIn = ({ by }: RosterRecord) => persons.has(devices.get(by)!.person);
	const all = [...counting];
	return {
		closes: all.filter((record): record is Of<'close'> => record.kind === 'close' && isIn(record)),
		keeps: all.filter((record): record is Of<'keep'> => record.kind === 'keep')
	};
}

/**
 * Who is in: a pure function of the set of records, without order, clock or server (section 3 of the
 * protocol; SR2, SR4). `records` must have true signatures, which RecordSet sees to.
 */
export function evaluate(roomId: RoomId, records: Iterable<RosterRecord>): Roster {
	const all = [...records];
	const ordered = orderRecords(roomId, all);
	if (ordered === null) {
		const nobody = { devices: new Map(), generations: new Map(), countingGenerations: new Set<GenerationId>() };
		return { ...nobody, wellFormed: [], heads: [], closes: [], keeps: [], writeGeneration: null, waiting: all.length };
	}
	const removes = ordered.records.filter((record) => record.kind === 'remove');
	const removed = new Set(removes.flatMap((record) => record.devices));
	const counting = countingRecords(ordered);
	const generations = ordered.records.filter((record) => record.kind === 'generation');
	const countingGenerations = generations.filter((made) => counting.has(made));
	const writable = countingGenerations
		.filter((made) => removes.every((remove) => ordered.isPast(remove, made)))
		.map(generationIdOf)
		.sort();
	const devices = devicesOf(ordered, counting, removed);
	return {
		wellFormed: ordered.records,
		waiting: all.length - ordered.records.length,
		heads: ordered.heads,
		devices,
		...endings(counting, devices),
		generations: new Map(generations.map((made) => [generationIdOf(made), made])),
		countingGenerations: new Set(countingGenerations.map(generationIdOf)),
		writeGeneration: writable[0] ?? null
	};
}
