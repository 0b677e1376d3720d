import { toHex } from '#lib/crypto/conventions/bytes.ts';
import type { Head, ShortDeviceId } from '#lib/crypto/entry/entry.ts';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { Circle } from './Circle.ts';
import type { Reading } from './LogReader.ts';

const MOST_SEEN = 4;
type Counts = Map<ShortDeviceId, number>;

/** Sets a higher number; the device that moved last then comes last. */
function raise(counts: Counts, device: ShortDeviceId, seq: number): void {
	if (seq <= (counts.get(device) ?? 0)) return;
	counts.delete(device);
	counts.set(device, seq);
}

/** What the numbers in the log tell: who lacks something, who has seen what. All sets hold short device ids. */
export type Findings = {
	gaps: Set<string>;
	omissions: Set<string>;
	twoVersions: Set<string>;
	/** Something was read that had not been read before. */
	hasMoved: boolean;
};

/** Short ids of everybody who is in. */
function liveDevices({ roster }: Pick<Circle, 'roster'>): Set<ShortDeviceId> {
	const live = [...roster.devices.values()].filter(({ standing }) => standing === 'live');
	return new Set(live.map(({ id }) => shortDeviceId(id)));
}

/** How far each device has been read, and what others say they have read. */
export class Heads {
	/** Highest number ever read of each device; kept on the device. */
	private readonly known: Counts = new Map();
	/** Of each other device, how far it says to have read each. */
	private readonly seenBy = new Map<ShortDeviceId, Counts>();
	/** What this device has last said in `seen`. */
	private readonly said: Counts = new Map();
	private inLog: Counts = new Map();

	constructor(stored: readonly Head[] = []) {
		for (const { device, seq } of stored) this.known.set(device, seq);
	}

	/** Everything known, for a state's `seen` and for the store. */
	get all(): Head[] {
		return [...this.known].map(([device, seq]) => ({ device, seq })).sort((a, b) => (a.device < b.device ? -1 : 1));
	}

	/** The same, who moved last first. */
	get latest(): Head[] {
		return [...this.known].map(([device, seq]) => ({ device, seq })).reverse();
	}

	/** The few that moved since this device last said something. */
	moved(): Head[] {
		return this.latest.filter(({ device, seq }) => this.said.get(device) !== seq).slice(0, MOST_SEEN);
	}

	/** Remembers that these were said; only once they are on the wire. */
	markSaid(heads: readonly Head[]): void {
		for (const { device, seq } of heads) this.said.set(device, seq);
	}

	of(device: ShortDeviceId): number {
		return this.known.get(device) ?? 0;
	}

	/** Highest number of a device that the log itself shows or covers. */
	inLogOf(device: ShortDeviceId): number {
		return this.inLog.get(device) ?? 0;
	}

	/** A device says how far it has read, in an entry or (which informs, no more) in its presence. */
	hear(by: ShortDeviceId, seen: readonly Head[]): void {
		const counts = this.seenBy.get(by) ?? new Map();
		for (const { device, seq } of seen) raise(counts, device, seq);
		this.seenBy.set(by, counts);
	}

	/** Who has read `device` up to this number, other than that device itself. */
	whoHasSeen(device: ShortDeviceId, seq: number): ShortDeviceId[] {
		return [...this.seenBy].filter(([by, counts]) => by !== device && (counts.get(device) ?? 0) >= seq).map(([by]) => by);
	}

	/** Takes in all accepted entries of the log, and says what is amiss among devices that are live. */
	update(accepted: readonly Reading[], circle: Pick<Circle, 'roster'>): Findings {
		const numbers = new Map<ShortDeviceId, Map<number, Set<string>>>();
		const covered: Counts = new Map();
		const claimed: Counts = new Map();
		for (const { entry } of accepted) {
			if (entry === null) continue;
			const by = shortDeviceId(entry.by);
			const seqs = numbers.get(by) ?? new Map<number, Set<string>>();
			numbers.set(by, seqs.set(entry.seq, (seqs.get(entry.seq) ?? new Set()).add(toHex(entry.signed))));
			this.hear(by, entry.seen);
			for (const { device, seq } of entry.seen) raise(entry.kind === 'state' ? covered : claimed, device, seq);
			if (entry.kind === 'state') raise(covered, by, entry.seq);
		}
		this.inLog = new Map(covered);
		for (const [by, seqs] of numbers) raise(this.inLog, by, Math.max(...seqs.keys()));
		const hasMoved = [...this.inLog].some(([device, seq]) => seq > this.of(device));
		for (const [device, seq] of this.inLog) raise(this.known, device, seq);
		return { ...this.findings(numbers, covered, claimed, liveDevices(circle)), hasMoved };
	}

	private findings(
		numbers: Map<ShortDeviceId, Map<number, Set<string>>>,
		covered: Counts,
		claimed: Counts,
		live: ReadonlySet<ShortDeviceId>
	): Omit<Findings, 'hasMoved'> {
		const gaps = new Set<string>();
		const twoVersions = new Set<string>();
		for (const [by, seqs] of numbers) {
			const from = covered.get(by) ?? 0;
			const later = [...seqs.keys()].filter((seq) => seq > from);
			if (later.length > 0 && Math.max(...later) - from > later.length) gaps.add(by);
			if ([...seqs.values()].some((contents) => contents.size > 1)) twoVersions.add(by);
		}
		const omissions = new Set<string>();
		for (const counts of [claimed, this.known]) {
			for (const [device, seq] of counts) {
				if (live.has(device) && seq > this.inLogOf(device)) omissions.add(device);
			}
		}
		return { gaps, omissions, twoVersions };
	}
}
