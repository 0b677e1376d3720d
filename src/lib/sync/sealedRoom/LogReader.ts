import { generationOf } from '#lib/crypto/entry/generationOf.ts';
import { openEntry, type UnsealedEntry } from '#lib/crypto/entry/openEntry.ts';
import { verifyEntry } from '#lib/crypto/entry/verifyEntry.ts';
import type { Circle } from './Circle.ts';

/**
 * What is made of an item of the log. `unfit`: no entry at all (SR15). `foreign`: of a version or generation not
 * known here; kept untouched (SR31). `junk`: the seal or the signature refuses (SR16, SR17). `waiting`: opened,
 * but its device or its key is not proven yet. `refused`: of a device that was taken out (SR19).
 */
export type Verdict = 'unfit' | 'foreign' | 'junk' | 'waiting' | 'refused' | 'accepted';

/** One item of the log. There is one Reading per item as long as it is in the log. */
export type Reading = {
	readonly item: unknown;
	readonly size: number;
	state: 'unfit' | 'foreign' | 'junk' | 'opened';
	isLaterVersion: boolean;
	entry: UnsealedEntry | null;
	isSigned: boolean;
	/** With which keys it was last tried. */
	triedAt: number;
};

/** Opens the items of one document's log, each once. */
export class LogReader {
	private readonly circle: Circle;
	private readonly document: string;
	private readonly readings = new WeakMap<object, Reading>();

	constructor(circle: Circle, document: string) {
		this.circle = circle;
		this.document = document;
	}

	/** In the order of the log; new items, and those a new key may open, are tried. */
	async read(items: readonly unknown[]): Promise<Reading[]> {
		const readings = items.map((item) => this.readingOf(item));
		await Promise.all(readings.map((reading) => this.unseal(reading)));
		return readings;
	}

	/** Verifies the signatures of entries whose device is known by now. */
	async verify(readings: readonly Reading[]): Promise<void> {
		const { devices } = this.circle.roster;
		await Promise.all(
			readings.map(async (reading) => {
				if (reading.state !== 'opened' || reading.isSigned) return;
				const author = devices.get(reading.entry!.by);
				if (!author) return;
				reading.isSigned = await verifyEntry(reading.entry!, author.signPub);
				if (!reading.isSigned) reading.state = 'junk';
			})
		);
	}

	/** By the roster as it is now. */
	judge(reading: Reading): Verdict {
		if (reading.state !== 'opened') return reading.state;
		const { roster, keys } = this.circle;
		const { by, generation } = reading.entry!;
		if (!reading.isSigned || keys.proven(generation, roster) === null) return 'waiting';
		const standing = roster.devices.get(by)?.standing;
		if (standing === 'removed') return 'refused';
		return standing === 'live' ? 'accepted' : 'waiting';
	}

	private readingOf(item: unknown): Reading {
		const known = item instanceof Uint8Array ? this.readings.get(item) : undefined;
		if (known) return known;
		const size = item instanceof Uint8Array ? item.length : 0;
		const fresh = { isLaterVersion: false, entry: null, isSigned: false, triedAt: -1 };
		const reading: Reading = { item, size, state: 'foreign', ...fresh };
		if (item instanceof Uint8Array) this.readings.set(item, reading);
		return reading;
	}

	private async unseal(reading: Reading): Promise<void> {
		const { keys, roster, room } = this.circle;
		if (reading.state !== 'foreign' || reading.triedAt === keys.version) return;
		const found = generationOf(reading.item);
		if (!found.ok) {
			if (found.rule === 'SR15') reading.state = 'unfit';
			reading.isLaterVersion = found.rule === 'SR31';
			return;
		}
		const { generation } = found.value;
		const triedAt = keys.version;
		for (const key of await keys.entryKeys(generation, roster, this.document)) {
			const entry = await openEntry({ roomId: room, document: this.document }, key, found.value.bytes);
			if (!entry.ok) continue;
			reading.entry = entry.value;
			reading.state = 'opened';
			return;
		}
		reading.triedAt = triedAt;
		// Only the true key may call something junk: a false one cannot open anything.
		if (keys.proven(generation, roster) !== null) reading.state = 'junk';
	}
}
