import * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { Wire, WireState } from '../wire/wire.ts';
import { BookDuties } from './BookDuties.ts';
import { Listeners } from './Listeners.ts';
import { LocalText, type Kept } from './LocalText.ts';
import type { Verdict } from './LogReader.ts';
import type { Notices } from './Notices.ts';
import type { Whereabouts } from './Outbox.ts';
import { assemble, type DocumentParts, type PartSettings } from './parts.ts';
import { PresenceLine } from './PresenceLine.ts';
import { Rounds } from './Rounds.ts';
import { Sender } from './Sender.ts';
import { Upkeep } from './Upkeep.ts';
import { whoHasSeen } from './whoHasSeen.ts';

/** Where one's own words are; `seenBy` names the others whose device says it has read them (SR26). */
export type Where = { state: Whereabouts; seenBy: string[] };

export type DocumentSettings = PartSettings & {
	/** What it is called on the wire. */
	room: string;
	/** The document that carries the roster; null for that one itself. */
	book: SealedDocument | null;
};

/**
 * One sealed document of this device. Outside, a log of sealed entries that travels over y-websocket and is begun
 * empty each time, never stored; inside, the text, which exists here only and is kept sealed on the device. This
 * class puts the parts together; each part says how, and Rounds says when.
 */
export class SealedDocument {
	readonly name: string;
	readonly presence: PresenceLine;
	/** What it is made of, for the flows that act on a document as a whole. */
	readonly parts: DocumentParts;
	/** Of `book` only. */
	readonly duties: BookDuties | null;
	private readonly outer = new Y.Doc();
	private readonly wire: Wire;
	private readonly sender: Sender;
	private readonly upkeep: Upkeep;
	private readonly rounds: Rounds;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private storedClock = 0;

	private constructor(settings: DocumentSettings, local: LocalText, kept: Kept) {
		const { circle, name, room, ports, book } = settings;
		this.name = name;
		this.wire = ports.connect(room, this.outer);
		const env = this.outer.getMap('env');
		this.parts = assemble(settings, { local, kept, outer: this.outer, wire: this.wire }, {
			push: (update) => this.sender.push({ kind: 'edit', update: new Uint8Array(update) }),
			changed: () => this.listeners.tell(),
			failed: this.failed
		});
		const { gate, heads, inner, log, notices, outbox } = this.parts;
		this.sender = new Sender(this.parts);
		this.duties = book === null ? new BookDuties(this.parts, env, ports) : null;
		this.upkeep = new Upkeep(
			{
				mayWrite: () => gate.isOpen,
				size: () => log.size,
				logLacks: () => inner.isMoreThanLog || log.lacksRecords,
				hasUnsent: () => outbox.hasUnsent,
				sendUnsent: () => outbox.flush().then(() => this.rounds.ask()),
				publishState: () => this.sender.publishState().catch(() => (this.failed(), false))
			},
			ports,
			notices
		);
		this.presence = new PresenceLine(circle, name, this.wire, ports.scheduler, {
			isOpen: () => gate.isOpen,
			seen: () => heads.latest,
			hearSeen: (by, seen) => (heads.hear(by, seen), this.listeners.tell())
		});
		this.rounds = new Rounds(this.parts, {
			sender: this.sender,
			presence: this.presence,
			upkeep: this.upkeep,
			duties: this.duties,
			isSynced: () => this.wire.state === 'synced',
			changed: () => this.listeners.tell(),
			failed: this.failed
		});
		this.stop = this.listen(book);
	}

	/** Opens the text as this device has it, at once and without the server, and brings it on the wire. */
	static async open(settings: DocumentSettings): Promise<SealedDocument> {
		const local = new LocalText(settings.store, settings.name);
		return new SealedDocument(settings, local, await local.load());
	}

	/** The shared paper itself: `src/lib/documents` knows its shape. */
	get text(): Y.Doc {
		return this.parts.inner.doc;
	}

	get notices(): Notices {
		return this.parts.notices;
	}

	get state(): WireState {
		return this.wire.state;
	}

	/** 4401, 4403 or 4410 when the server refused; nothing is wiped for that (SR36). */
	get refusal(): number | null {
		return this.wire.refusal;
	}

	get where(): Where {
		const { circle, heads, outbox } = this.parts;
		const state = outbox.whereabouts;
		if (state !== 'sent') return { state, seenBy: [] };
		const seq = this.sender.textSeq || heads.inLogOf(shortDeviceId(circle.device.id));
		return { state, seenBy: whoHasSeen(circle, heads, seq) };
	}

	/** The server says that it has stored all that this device has put there, boxes and records included (SR26). */
	get isStored(): boolean {
		return this.isUpToDate && this.storedClock >= Y.getState(this.outer.store, this.outer.clientID);
	}

	/** How many items of the log there are of each kind; what means nothing here is counted too. */
	get counts(): Record<Verdict, number> {
		return this.parts.log.counts;
	}

	/** Whether this device may write here now (Gate, SR24). */
	get isOpen(): boolean {
		return this.parts.gate.isOpen;
	}

	/** All that the server sent has been opened and judged since the last sync. */
	get isUpToDate(): boolean {
		return this.parts.gate.isUpToDate;
	}

	/** What stands in `env`: lockboxes and sheets, sealed. */
	inEnv(name: string): unknown {
		return this.outer.getMap('env').get(name);
	}

	/** State, whereabouts, counts or the gate may have changed. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Everything typed: on the device, and on the wire if that can be. When the page goes away. */
	flush(): Promise<void> {
		return this.parts.outbox.flush();
	}

	/** Lines of the roster that were just signed here. What does not go through is healed later. */
	async publishRecords(records: Bytes[]): Promise<void> {
		if ((await this.sender.push({ kind: 'records', records })) === null) this.rounds.suspect();
		await this.rounds.ask();
	}

	retry(): void {
		this.wire.retry();
	}

	/** `keepsWords: false`: without writing anything down, before what is kept is wiped. */
	async close({ keepsWords = true } = {}): Promise<void> {
		await (keepsWords ? this.flush() : this.parts.outbox.abandon());
		for (const stop of this.stop) stop();
		for (const part of [this.presence, this.parts.outbox, this.upkeep, this.duties, this.notices]) part?.close();
		this.wire.close();
		this.outer.destroy();
		this.text.destroy();
	}

	private readonly failed = (): void => this.notices.say('trouble', true);

	private listen(book: SealedDocument | null): (() => void)[] {
		const { circle, gate, outbox } = this.parts;
		const readAgain = () => void this.rounds.ask();
		this.outer.on('update', readAgain);
		const stop = [
			this.wire.onState(() => {
				if (this.wire.state !== 'synced') gate.isJudged = false;
				readAgain();
				this.listeners.tell();
			}),
			this.wire.onStored((vector) => {
				this.storedClock = Math.max(this.storedClock, vector.get(this.outer.clientID) ?? 0);
				outbox.stored(this.storedClock).catch(this.failed);
				this.listeners.tell();
			}),
			circle.onChange(readAgain)
		];
		if (book) stop.push(book.onChange(() => void this.rounds.afterBook()));
		readAgain();
		return stop;
	}
}
