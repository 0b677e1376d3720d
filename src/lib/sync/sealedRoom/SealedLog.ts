import * as Y from 'yjs';
import { toHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import type { Circle } from './Circle.ts';
import { isTooMuch } from './isTooMuch.ts';
import { LogReader, type Reading, type Verdict } from './LogReader.ts';
import type { LogSize } from './Upkeep.ts';

/** The name of outer changes that this device makes. */
export const OWN = 'own';
/** What changes in `env`, the other half of the outer document. */
export type EnvChange = { put: ReadonlyMap<string, Bytes>; remove: readonly string[] };
export const NOTHING: EnvChange = { put: new Map(), remove: [] };
export type InOneStep = { inPlaceOf?: ReadonlySet<unknown>; env?: EnvChange };
/** Deleted when a state takes its place (SR30); never what is foreign, waiting or unfit (SR31). */
const COVERED: readonly Verdict[] = ['accepted', 'junk', 'refused'];

/** The log of one document as it stands at the server, what this device makes of it, and what it adds. */
export class SealedLog {
	private readonly circle: Circle;
	private readonly outer: Y.Doc;
	private readonly items: Y.Array<unknown>;
	private readonly reader: LogReader;
	private readonly carriesRecords: boolean;
	private readonly recordsTaken = new WeakSet<Reading>();
	/** As of the last reading, in the order of the log. */
	private readings: Reading[] = [];

	constructor(outer: Y.Doc, circle: Circle, document: string) {
		this.circle = circle;
		this.outer = outer;
		this.items = outer.getArray('log');
		this.reader = new LogReader(circle, document);
		this.carriesRecords = document === 'book';
	}

	/**
	 * Opens and judges everything: all records first, then the text of live devices (SR18). Hands back the accepted
	 * readings, or null where there is more than anybody should read (SR42).
	 */
	async read(): Promise<Reading[] | null> {
		const items = this.items.toArray();
		if (isTooMuch(items)) return null;
		const readings = await this.reader.read(items);
		if (this.carriesRecords) await this.learnRecords(readings);
		await this.reader.verify(readings);
		this.readings = readings;
		return readings.filter((reading) => this.reader.judge(reading) === 'accepted');
	}

	get isEmpty(): boolean {
		return this.readings.length === 0;
	}

	get size(): LogSize {
		return {
			entries: this.readings.length,
			bytes: this.readings.reduce((sum, { size }) => sum + size, 0),
			lastState: this.readings.findLast(({ entry }) => entry?.kind === 'state')?.size ?? 0,
			isOld: this.isOld
		};
	}

	private get isOld(): boolean {
		const { writeGeneration } = this.circle.roster;
		if (writeGeneration === null) return false;
		const accepted = this.readings.filter((reading) => this.reader.judge(reading) === 'accepted');
		return accepted.some(({ entry }) => entry!.kind !== 'records' && entry!.generation !== writeGeneration);
	}

	get counts(): Record<Verdict, number> {
		const counts = { unfit: 0, foreign: 0, junk: 0, waiting: 0, refused: 0, accepted: 0 };
		for (const reading of this.readings) counts[this.reader.judge(reading)]++;
		return counts;
	}

	get hasLaterVersion(): boolean {
		return this.readings.some(({ isLaterVersion }) => isLaterVersion);
	}

	/** Of entries with text: lines of the roster stand in every state, so for those nobody needs an old key. */
	get generationsInUse(): Set<GenerationId> {
		const withText = this.readings.filter(({ entry }) => entry !== null && entry.kind !== 'records');
		return new Set(withText.map(({ entry }) => entry!.generation));
	}

	/** There is something here under a key that this device was never given, and nothing of others under its own. */
	get isWrittenPast(): boolean {
		const { device, roster } = this.circle;
		const others = this.readings.filter(({ entry }) => entry?.by !== device.id);
		const isCurrent = ({ entry }: Reading) => entry?.generation === roster.writeGeneration;
		return others.some(({ state, isLaterVersion }) => state === 'foreign' && !isLaterVersion) && !others.some(isCurrent);
	}

	/**
	 * Whether a newcomer would miss lines of the roster that this device holds. A newcomer has the key of the write
	 * generation and no other: what stands under an older one, such as a line that somebody who was taken out made
	 * afterwards, must be said again, or those who come later wait for it for ever (SR3).
	 */
	get lacksRecords(): boolean {
		if (!this.carriesRecords) return false;
		const { wellFormed, writeGeneration } = this.circle.roster;
		const readable = this.readings.filter((reading) => {
			return reading.entry?.generation === writeGeneration && this.reader.judge(reading) === 'accepted';
		});
		const told = new Set(recordsIn(readable).map(hexOf));
		return wellFormed.some(({ bytes }) => !told.has(hexOf(bytes)));
	}

	/** The items that a state made now would hold: applied text, known records, junk, text of who was removed. */
	covered(): Set<unknown> {
		const deletable = this.readings.filter((reading) => COVERED.includes(this.reader.judge(reading)));
		return new Set(deletable.map(({ item }) => item));
	}

	/**
	 * Puts entries on the wire, in place of others where given, and with a change of `env` in the same step.
	 * Returns the outer clock to wait for (SR26).
	 */
	push(entries: Bytes[], { inPlaceOf = new Set(), env = NOTHING }: InOneStep = {}): number {
		const stands = this.outer.getMap('env');
		this.outer.transact(() => {
			for (const [name, value] of env.put) stands.set(name, value);
			for (const name of env.remove) stands.delete(name);
			this.items.toArray().reduceRight<void>((_, item, index) => {
				if (inPlaceOf.has(item)) this.items.delete(index);
			}, undefined);
			this.items.push(entries);
		}, OWN);
		return Y.getState(this.outer.store, this.outer.clientID);
	}

	/**
	 * Deletes everything, the only time that what is unknown goes too: the room or the document is over (SR30). In
	 * its place `remainder`, and in `env` what `isOver` does not name.
	 */
	clear(remainder: Bytes[] = [], isOver: (name: string) => boolean = () => true): void {
		const stands = this.outer.getMap('env');
		this.outer.transact(() => {
			for (const name of [...stands.keys()].filter(isOver)) stands.delete(name);
			this.items.delete(0, this.items.length);
			this.items.push(remainder);
		}, OWN);
	}

	/** Whether any words are left in it. */
	get hasText(): boolean {
		return this.readings.some(({ entry }) => entry !== null && entry.kind !== 'records');
	}

	private async learnRecords(readings: readonly Reading[]): Promise<void> {
		const fresh = readings.filter((reading) => reading.entry !== null && !this.recordsTaken.has(reading));
		for (const reading of fresh) this.recordsTaken.add(reading);
		const records = recordsIn(fresh);
		if (records.length > 0) await this.circle.learnRecords(records);
	}
}

/** The hexadecimal of a record, worked out once. */
const hexes = new WeakMap<Bytes, string>();
function hexOf(bytes: Bytes): string {
	const known = hexes.get(bytes) ?? toHex(bytes);
	hexes.set(bytes, known);
	return known;
}

function recordsIn(readings: readonly Reading[]): Bytes[] {
	return readings.flatMap(({ entry }) => (entry !== null && 'records' in entry ? entry.records : []));
}
