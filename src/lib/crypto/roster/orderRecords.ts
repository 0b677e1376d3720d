import type { DeviceId } from '../device/device.ts';
import type { RecordId, RoomId, RosterRecord } from './record.ts';

export type Ordered = {
	/** The well-formed records, each after its whole past. */
	records: RosterRecord[];
	genesis: Extract<RosterRecord, { kind: 'genesis' }>;
	/** Well-formed records that are in nobody's past, sorted. */
	heads: RecordId[];
	/** Whether `earlier` lies in the past of `later`. */
	isPast(earlier: RosterRecord, later: RosterRecord): boolean;
	admitsOf(device: DeviceId): RosterRecord[];
	removesOf(device: DeviceId): RosterRecord[];
};

/** A set of record numbers; a thousand records have a million pairs, so they are kept as bits. */
type Past = Uint32Array;
const has = (past: Past, number: number) => ((past[number >>> 5]! >>> (number & 31)) & 1) === 1;

/**
 * The well-formed records: whose whole past is here and well-formed, holds the genesis and an admit of the
 * author (unless the author began the room), and holds no remove of the author. Null without the genesis.
 */
export function orderRecords(roomId: RoomId, all: readonly RosterRecord[]): Ordered | null {
	const byId = new Map(all.map((record) => [record.id, record]));
	const genesis = byId.get(roomId as string as RecordId);
	if (genesis?.kind !== 'genesis') return null;

	const records: RosterRecord[] = [];
	const numbers = new Map<RecordId, number>();
	const pasts: Past[] = [];
	const admits = new Map<DeviceId, RosterRecord[]>();
	const removes = new Map<DeviceId, RosterRecord[]>();
	const isNumberedPast = (earlier: RosterRecord, past: Past) => has(past, numbers.get(earlier.id)!);

	function place(record: RosterRecord, past: Past): void {
		numbers.set(record.id, records.length);
		records.push(record);
		pasts.push(past);
		if (record.kind === 'admit') admits.set(record.device.id, [...(admits.get(record.device.id) ?? []), record]);
		if (record.kind !== 'remove') return;
		for (const device of new Set(record.devices)) removes.set(device, [...(removes.get(device) ?? []), record]);
	}

	function pastOf(record: RosterRecord): Past {
		const past = new Uint32Array((all.length >>> 5) + 1);
		for (const id of record.after) {
			const number = numbers.get(id)!;
			pasts[number]!.forEach((bits, i) => (past[i]! |= bits));
			past[number >>> 5]! |= 1 << (number & 31);
		}
		return past;
	}

	function isWellFormed(record: RosterRecord, past: Past): boolean {
		if (record.kind === 'genesis' || !isNumberedPast(genesis!, past)) return false;
		const admitted = admits.get(record.by)?.some((admit) => isNumberedPast(admit, past));
		if (record.by !== genesis!.by && !admitted) return false;
		return !removes.get(record.by)?.some((remove) => isNumberedPast(remove, past));
	}

	place(genesis, new Uint32Array((all.length >>> 5) + 1));
	// Records come in any order: go round until a round places none.
	let left = all.filter((record) => record !== genesis);
	for (let before = -1; before !== records.length; ) {
		before = records.length;
		left = left.filter((record) => {
			if (!record.after.every((id) => byId.has(id))) return false;
			if (!record.after.every((id) => numbers.has(id))) return true;
			const past = pastOf(record);
			if (isWellFormed(record, past)) place(record, past);
			return false;
		});
	}

	const named = new Set(records.flatMap((record) => record.after));
	return {
		records,
		genesis,
		heads: records.map(({ id }) => id).filter((id) => !named.has(id)).sort(),
		isPast: (earlier, later) => isNumberedPast(earlier, pasts[numbers.get(later.id)!]!),
		admitsOf: (device) => admits.get(device) ?? [],
		removesOf: (device) => removes.get(device) ?? []
	};
}
