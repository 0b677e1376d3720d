import * as Y from 'yjs';
import { toHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { shortDeviceId, type EntryContent, type ShortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Wire, WireState } from '../wire/wire.ts';
import { Boxes } from './Boxes.ts';
import type { Circle } from './Circle.ts';
import { EntryWriter } from './EntryWriter.ts';
import { Heads } from './Heads.ts';
import { InnerText } from './InnerText.ts';
import { isTooMuch } from './isTooMuch.ts';
import { Listeners } from './Listeners.ts';
import { LocalText } from './LocalText.ts';
import { LogReader, type Reading, type Verdict } from './LogReader.ts';
import type { Notices } from './Notices.ts';
import { Outbox, type Whereabouts } from './Outbox.ts';
import type { Ports } from './ports.ts';
import { PresenceLine } from './PresenceLine.ts';
import { OWN, publishState, type StateParts } from './publishState.ts';
import { Turns } from './Turns.ts';
import { Upkeep } from './Upkeep.ts';

/** Where one's own words are; `seenBy` names the others whose device says it has read them (SR26). */
export type Where = { state: Whereabouts; seenBy: string[] };

export type DocumentSettings = {
	circle: Circle;
	/** `book`, `g1` … */
	name: string;
	/** What it is called on the wire. */
	room: string;
	store: LocalStore;
	ports: Ports;
	notices: Notices;
	/** The document that carries the roster; null for that one itself. */
	book: SealedDocument | null;
};

/** An entry that would not be read by others is not written. */
const MOST_UPDATE = 900 * 1024;
/** Deleted when a state takes its place (SR30); never what is foreign, waiting or unfit (SR31). */
const COVERED: readonly Verdict[] = ['accepted', 'junk', 'refused'];

/**
 * One sealed document of this device. Outside, a log of sealed entries that travels over y-websocket and is begun
 * empty each time, never stored; inside, the text, which exists here only and is kept sealed on the device. This
 * class puts the parts together and says when the gate to the wire is open; each part says how.
 */
export class SealedDocument {
	readonly name: string;
	private readonly circle: Circle;
	private readonly book: SealedDocument | null;
	private readonly notices: Notices;
	private readonly outer = new Y.Doc();
	private readonly log: Y.Array<unknown>;
	private readonly wire: Wire;
	private readonly inner: InnerText;
	private readonly heads: Heads;
	private readonly reader: LogReader;
	private readonly writer: EntryWriter;
	private readonly outbox: Outbox;
	private readonly upkeep: Upkeep;
	private readonly boxes: Boxes | null;
	readonly presence: PresenceLine;
	private readonly reading: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[] = [];
	private readings: Reading[] = [];
	private readonly recordsTaken = new WeakSet<Reading>();
	private ownTextSeq = 0;
	private isJudged = false;
	private wasOpen = false;
	private isSuspicious = false;

	private constructor(settings: DocumentSettings, local: LocalText, kept: Awaited<ReturnType<LocalText['load']>>) {
		const { circle, name, room, ports, notices, book } = settings;
		this.circle = circle;
		this.name = name;
		this.book = book;
		this.notices = notices;
		this.log = this.outer.getArray('log');
		this.inner = new InnerText({
			unreadable: () => notices.say('unreadable', true),
			diverges: () => notices.say('divergence', true)
		});
		for (const update of kept.updates) this.inner.restore(update);
		this.heads = new Heads(kept.heads);
		this.reader = new LogReader(circle, name);
		this.writer = new EntryWriter(circle, name, this.heads, { store: settings.store, locks: ports.locks });
		this.wire = ports.connect(room, this.outer);
		this.boxes = book === null ? new Boxes(circle, this.outer.getMap('env'), ports, () => this.isOpen) : null;
		this.reading = new Turns(() => this.read(), this.failed);
		this.outbox = new Outbox(this.inner.doc, local, kept.pending, ports.scheduler, {
			push: (update) => this.push({ kind: 'edit', update: new Uint8Array(update) }),
			isConveyed: (update) => this.inner.isConveyed(update),
			heads: () => this.heads.all,
			changed: () => this.listeners.tell(),
			failed: this.failed
		});
		this.upkeep = new Upkeep(this.upkeepHost(), ports, notices);
		this.presence = new PresenceLine(circle, name, this.wire, ports.scheduler, {
			isOpen: () => this.isOpen,
			seen: () => this.heads.latest,
			hearSeen: (by, seen) => {
				this.heads.hear(by, seen);
				this.listeners.tell();
			}
		});
		this.listen();
	}

	/** Opens the text as this device has it, at once and without the server, and brings it on the wire. */
	static async open(settings: DocumentSettings): Promise<SealedDocument> {
		const local = new LocalText(settings.store, settings.name);
		return new SealedDocument(settings, local, await local.load());
	}

	/** The shared paper itself: `src/lib/documents` knows its shape. */
	get text(): Y.Doc {
		return this.inner.doc;
	}

	get state(): WireState {
		return this.wire.state;
	}

	/** 4401, 4403 or 4410 when the server refused; nothing is wiped for that (SR36). */
	get refusal(): number | null {
		return this.wire.refusal;
	}

	get where(): Where {
		const state = this.outbox.whereabouts;
		if (state !== 'sent') return { state, seenBy: [] };
		const me = shortDeviceId(this.circle.device.id);
		const seq = this.ownTextSeq || this.heads.inLogOf(me);
		const readers = new Set(seq === 0 ? [] : this.heads.whoHasSeen(me, seq));
		const devices = [...this.circle.roster.devices.values()].filter(
			({ id, person }) => readers.has(shortDeviceId(id)) && person !== this.circle.me?.person
		);
		return { state, seenBy: [...new Set(devices.map(({ name }) => name))].sort() };
	}

	/** How many items of the log mean nothing here, by why. */
	get unread(): Record<Verdict, number> {
		const counts = { unfit: 0, foreign: 0, junk: 0, waiting: 0, refused: 0, accepted: 0 };
		for (const reading of this.readings) counts[this.reader.judge(reading)]++;
		return counts;
	}

	/** True when this device may write here now: connected, synced, judged, inside, and with the key (SR24). */
	get isOpen(): boolean {
		const { isLive, roster, keys } = this.circle;
		const { writeGeneration } = roster;
		if (!isLive || writeGeneration === null || keys.proven(writeGeneration, roster) === null) return false;
		return this.isUpToDate && (this.book === null || this.book.isUpToDate);
	}

	/** All that the server sent has been opened and judged since the last sync. */
	get isUpToDate(): boolean {
		return this.isJudged && this.wire.state === 'synced';
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Everything typed: on the device, and on the wire if that can be. When the page goes away. */
	flush(): Promise<void> {
		return this.outbox.flush();
	}

	/** Reads the log again; resolves when what is in it now has been judged. */
	readAgain(): Promise<void> {
		return this.reading.ask();
	}

	/** Lines of the roster that were just signed here. What does not go through is healed later. */
	async publishRecords(records: Bytes[]): Promise<void> {
		if ((await this.push({ kind: 'records', records })) === null) this.isSuspicious = true;
		void this.reading.ask();
	}

	retry(): void {
		this.wire.retry();
	}

	async close(): Promise<void> {
		await this.outbox.flush();
		for (const stop of this.stop) stop();
		for (const part of [this.presence, this.outbox, this.upkeep, this.boxes]) part?.close();
		this.wire.close();
		this.outer.destroy();
		this.inner.doc.destroy();
	}

	private readonly failed = (): void => this.notices.say('trouble', true);

	private listen(): void {
		const readAgain = () => void this.reading.ask();
		this.outer.on('update', (_update: Uint8Array, origin: unknown) => {
			readAgain();
			// Somebody else deleted or changed boxes; one's own changes need no second look.
			if (origin !== OWN) this.listeners.tell();
		});
		this.stop.push(
			this.wire.onState(() => {
				if (this.wire.state !== 'synced') this.isJudged = false;
				readAgain();
				this.listeners.tell();
			}),
			this.wire.onStored((vector) => {
				this.outbox.stored(vector.get(this.outer.clientID) ?? 0).catch(this.failed);
			}),
			this.circle.onChange(readAgain)
		);
		if (this.book) this.stop.push(this.book.onChange(() => this.openGate()));
		readAgain();
	}

	private async read(): Promise<void> {
		const isSynced = this.wire.state === 'synced';
		const items = this.log.toArray();
		const tooMuch = isTooMuch(items);
		this.notices.say('tooLarge', tooMuch);
		if (tooMuch) return;
		await this.boxes?.openOwn();
		const readings = await this.reader.read(items);
		if (this.boxes) await this.learnRecords(readings);
		await this.reader.verify(readings);
		const accepted = readings.filter((reading) => this.reader.judge(reading) === 'accepted');
		const someGone = this.inner.take(accepted);
		this.readings = readings;
		const hadBefore = this.heads.all.length;
		const findings = this.heads.update(accepted, (device) => this.isLive(device));
		this.notices.sayOf('gap', findings.gaps, { patiently: true });
		this.notices.sayOf('omission', findings.omissions, { patiently: true });
		this.notices.sayOf('twoVersions', findings.twoVersions);
		this.sayWhatIsMissing();
		this.ownTextSeq = Math.max(this.ownTextSeq, ...accepted.map((reading) => this.ownEdit(reading)));
		const isFirst = isSynced && !this.isJudged;
		this.isJudged = isSynced && this.wire.state === 'synced';
		if (isFirst || someGone || findings.omissions.size > 0) this.isSuspicious = true;
		if (accepted.length !== hadBefore) this.presence.saySoon();
		await this.openGate();
		this.listeners.tell();
	}

	private async openGate(): Promise<void> {
		const { isOpen } = this;
		const opens = isOpen && !this.wasOpen;
		this.wasOpen = isOpen;
		if (!isOpen) return;
		const isBeginning = this.boxes !== null && this.readings.length === 0 && this.circle.me?.letInBy === null;
		if (isBeginning) await publishState(this.stateParts());
		this.boxes?.watch(this.generationsInUse(), { atOnce: isBeginning });
		if (opens) {
			this.outbox.flush().catch(this.failed);
			this.presence.saySoon();
		}
		this.upkeep.watchSize();
		if (this.isSuspicious) {
			this.isSuspicious = false;
			this.upkeep.suspect();
		}
	}

	private async learnRecords(readings: readonly Reading[]): Promise<void> {
		const fresh = readings.filter((reading) => reading.entry !== null && !this.recordsTaken.has(reading));
		for (const reading of fresh) this.recordsTaken.add(reading);
		const records = fresh.flatMap(({ entry }) => ('records' in entry! ? entry.records : []));
		if (records.length > 0) await this.circle.learnRecords(records);
	}

	private async push(content: EntryContent): Promise<number | null> {
		if (!this.isOpen) return null;
		if (content.kind === 'edit' && content.update.length > MOST_UPDATE) {
			this.notices.say('tooLarge', true);
			return null;
		}
		const sealed = await this.writer.seal(content, this.heads.moved());
		if (sealed === null || !this.writer.isCurrent(sealed.generation)) return null;
		this.outer.transact(() => this.log.push([sealed.bytes]), OWN);
		this.heads.markSaid(sealed.seen);
		if (content.kind === 'edit') this.ownTextSeq = sealed.seq;
		return Y.getState(this.outer.store, this.outer.clientID);
	}

	private stateParts(): StateParts {
		const { circle, log, outbox, heads, writer, notices } = this;
		const covered = () => {
			const deletable = this.readings.filter((reading) => COVERED.includes(this.reader.judge(reading)));
			return new Set(deletable.map(({ item }) => item));
		};
		const wroteText = (seq: number) => void (this.ownTextSeq = seq);
		const carriesRecords = this.boxes !== null;
		return {
			circle, log, outbox, heads, writer, notices, covered, wroteText, carriesRecords,
			document: this.name,
			text: this.inner
		};
	}

	private upkeepHost(): ConstructorParameters<typeof Upkeep>[0] {
		return {
			mayWrite: () => this.isOpen,
			size: () => ({
				entries: this.readings.length,
				bytes: this.readings.reduce((sum, { size }) => sum + size, 0),
				lastState: this.readings.findLast(({ entry }) => entry?.kind === 'state')?.size ?? 0
			}),
			logLacks: () => this.inner.isMoreThanLog || this.logLacksRecords(),
			hasUnsent: () => this.outbox.hasUnsent,
			sendUnsent: async () => {
				await this.outbox.flush();
				await this.reading.ask();
			},
			publishState: () =>
				publishState(this.stateParts()).catch(() => {
					this.failed();
					return false;
				})
		};
	}

	private logLacksRecords(): boolean {
		if (this.boxes === null) return false;
		const inLog = this.readings.flatMap(({ entry }) => (entry && 'records' in entry ? entry.records : []));
		const known = new Set(inLog.map(toHex));
		return this.circle.roster.wellFormed.some(({ bytes }) => !known.has(toHex(bytes)));
	}

	private generationsInUse(): Set<GenerationId> {
		return new Set(this.readings.flatMap(({ entry }) => entry?.generation ?? []));
	}

	private isLive(device: ShortDeviceId): boolean {
		return [...this.circle.roster.devices.values()].some(
			({ id, standing }) => standing === 'live' && shortDeviceId(id) === device
		);
	}

	private ownEdit({ entry }: Reading): number {
		return entry?.kind === 'edit' && entry.by === this.circle.device.id ? entry.seq : 0;
	}

	private sayWhatIsMissing(): void {
		const { roster, keys, me, waitingRecords } = this.circle;
		const { writeGeneration } = roster;
		this.notices.say('newerVersion', this.readings.some(({ isLaterVersion }) => isLaterVersion));
		if (this.boxes === null) return;
		this.notices.say('recordsMissing', waitingRecords > 0, { patiently: true });
		this.notices.say('notInside', me !== undefined && me.standing !== 'live');
		const hasNoKey = writeGeneration !== null && keys.proven(writeGeneration, roster) === null;
		this.notices.say('cannotReadAll', hasNoKey, { patiently: true });
	}
}
