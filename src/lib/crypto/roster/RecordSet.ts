import { fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { verifyRecord } from './verifyRecord.ts';
import { parseRecord } from './parseRecord.ts';
import type { RecordId, RoomId, RosterRecord } from './record.ts';

export const MAX_RECORDS = 1000;

/**
 * The records a device has, each with a true signature; those whose author it has not met yet are set aside.
 * It only ever grows, and the order in which things arrive makes no difference (SR2).
 */
export class RecordSet {
	private readonly roomId: Bytes;
	private readonly known = new Map<RecordId, RosterRecord>();
	private readonly authorless = new Map<string, RosterRecord>();
	private readonly signers = new Map<string, Bytes>();
	private readonly met = new Set<string>();

	constructor(roomId: RoomId) {
		this.roomId = fromHex(roomId);
	}

	/** All with a true signature; whether each has any effect is for `evaluate` to say. */
	get records(): RosterRecord[] {
		return [...this.known.values()];
	}

	get waitingForAuthor(): number {
		return this.authorless.size;
	}

	/** Some may have been left out: what this set says of who is in can no longer be relied upon (SR42). */
	get isFull(): boolean {
		return this.known.size >= MAX_RECORDS;
	}

	/** What was signed here a moment ago; without a wait, so that it can be part of one step. */
	addOwn(records: readonly RosterRecord[]): void {
		for (const record of records) {
			this.met.add(toHex(record.bytes));
			if ('device' in record) this.signers.set(record.device.id, record.device.signPub);
			this.known.set(record.id, record);
		}
	}

	/** Takes in what is new; true when that changed the set. Past 1000 records it takes no more (SR42). */
	async add(incoming: readonly Bytes[]): Promise<boolean> {
		const fresh = incoming.filter((bytes) => !this.met.has(toHex(bytes)));
		for (const bytes of fresh) this.met.add(toHex(bytes));
		const parsed = await Promise.all(fresh.map((bytes) => parseRecord(bytes, this.roomId)));
		for (const record of parsed) {
			if (record === null) continue;
			// An id is a hash over its keys, so any mention of a device tells the one key that can be its own.
			if ('device' in record) this.signers.set(record.device.id, record.device.signPub);
			if (this.authorless.size < MAX_RECORDS) this.authorless.set(toHex(record.bytes), record);
		}
		return this.verifyWaiting();
	}

	private async verifyWaiting(): Promise<boolean> {
		const ready = [...this.authorless].filter(([, record]) => this.signers.has(record.by));
		const verdicts = await Promise.all(
			ready.map(([, record]) => verifyRecord(record, this.roomId, this.signers.get(record.by)!))
		);
		let grew = false;
		ready.forEach(([key, record], i) => {
			this.authorless.delete(key);
			if (!verdicts[i] || this.known.has(record.id) || this.known.size >= MAX_RECORDS) return;
			this.known.set(record.id, record);
			grew = true;
		});
		return grew;
	}
}
