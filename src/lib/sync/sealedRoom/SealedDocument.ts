import * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Wire, WireState } from '../wire/wire.ts';
import { Boxes } from './Boxes.ts';
import type { Circle } from './Circle.ts';
import { EntryWriter } from './EntryWriter.ts';
import { Heads } from './Heads.ts';
import { InnerText } from './InnerText.ts';
import { Listeners } from './Listeners.ts';
import { LocalText } from './LocalText.ts';
import type { Verdict } from './LogReader.ts';
import { Notices } from './Notices.ts';
import { Outbox, type Whereabouts } from './Outbox.ts';
import type { Ports } from './ports.ts';
import { PresenceLine } from './PresenceLine.ts';
import { SealedLog } from './SealedLog.ts';
import { Sender } from './Sender.ts';
import { tellAboutCircle, tellFindings } from './tellWhatIsAmiss.ts';
import { Turns } from './Turns.ts';
import { Upkeep } from './Upkeep.ts';
import { whoHasSeen } from './whoHasSeen.ts';

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
	/** The document that carries the roster; null for that one itself. */
	book: SealedDocument | null;
};

/**
 * One sealed document of this device. Outside, a log of sealed entries that travels over y-websocket and is begun
 * empty each time, never stored; inside, the text, which exists here only and is kept sealed on the device. This
 * class puts the parts together and says when the gate to the wire is open; each part says how.
 */
export class SealedDocument {
	readonly name: string;
	readonly presence: PresenceLine;
	readonly notices: Notices;
	private readonly circle: Circle;
	private readonly book: SealedDocument | null;
	private readonly outer = new Y.Doc();
	private readonly wire: Wire;
	private readonly log: SealedLog;
	private readonly inner: InnerText;
	private readonly heads: Heads;
	private readonly sender: Sender;
	private readonly outbox: Outbox;
	private readonly upkeep: Upkeep;
	private readonly boxes: Boxes | null;
	private readonly reading: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private isJudged = false;
	private wasOpen = false;
	private isSuspicious = false;

	private constructor(settings: DocumentSettings, local: LocalText, kept: Awaited<ReturnType<LocalText['load']>>) {
		const { circle, name, room, ports, book, store } = settings;
		this.circle = circle;
		this.name = name;
		this.book = book;
		this.notices = new Notices(ports.scheduler);
		this.log = new SealedLog(this.outer, circle, name);
		this.inner = new InnerText({
			unreadable: () => this.notices.say('unreadable', true),
			diverges: () => this.notices.say('divergence', true)
		});
		for (const update of kept.updates) this.inner.restore(update);
		this.heads = new Heads(kept.heads);
		this.wire = ports.connect(room, this.outer);
		this.boxes = book === null ? new Boxes(circle, this.outer.getMap('env'), ports, () => this.isOpen) : null;
		this.reading = new Turns(() => this.read(), this.failed);
		this.outbox = new Outbox(this.inner.doc, local, kept.pending, ports.scheduler, {
			push: (update) => this.sender.push({ kind: 'edit', update: new Uint8Array(update) }),
			isConveyed: (update) => this.inner.isConveyed(update),
			heads: () => this.heads.all,
			changed: () => this.listeners.tell(),
			failed: this.failed
		});
		const writer = new EntryWriter(circle, name, this.heads, { store, locks: ports.locks });
		const { log, inner, outbox, heads, notices } = this;
		const isOpen = () => this.isOpen;
		this.sender = new Sender({ circle, document: name, log, inner, outbox, heads, writer, notices }, isOpen);
		this.upkeep = new Upkeep(this.upkeepHost(), ports, this.notices);
		this.presence = new PresenceLine(circle, name, this.wire, ports.scheduler, {
			isOpen,
			seen: () => this.heads.latest,
			hearSeen: (by, seen) => (this.heads.hear(by, seen), this.listeners.tell())
		});
		this.stop = this.listen();
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
		const seq = this.sender.textSeq || this.heads.inLogOf(shortDeviceId(this.circle.device.id));
		return { state, seenBy: whoHasSeen(this.circle, this.heads, seq) };
	}

	/** How many items of the log there are of each kind; what means nothing here is counted too. */
	get counts(): Record<Verdict, number> {
		return this.log.counts;
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

	/** State, whereabouts, counts or the gate may have changed. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Everything typed: on the device, and on the wire if that can be. When the page goes away. */
	flush(): Promise<void> {
		return this.outbox.flush();
	}

	/** Lines of the roster that were just signed here. What does not go through is healed later. */
	async publishRecords(records: Bytes[]): Promise<void> {
		if ((await this.sender.push({ kind: 'records', records })) === null) this.isSuspicious = true;
		await this.reading.ask();
	}

	retry(): void {
		this.wire.retry();
	}

	async close(): Promise<void> {
		await this.outbox.flush();
		for (const stop of this.stop) stop();
		for (const part of [this.presence, this.outbox, this.upkeep, this.boxes, this.notices]) part?.close();
		this.wire.close();
		this.outer.destroy();
		this.inner.doc.destroy();
	}

	private readonly failed = (): void => this.notices.say('trouble', true);

	private listen(): (() => void)[] {
		const readAgain = () => void this.reading.ask();
		this.outer.on('update', readAgain);
		const stop = [
			this.wire.onState(() => {
				if (this.wire.state !== 'synced') this.isJudged = false;
				readAgain();
				this.listeners.tell();
			}),
			this.wire.onStored((vector) => {
				this.outbox.stored(vector.get(this.outer.clientID) ?? 0).catch(this.failed);
			}),
			this.circle.onChange(readAgain)
		];
		if (this.book) stop.push(this.book.onChange(() => void this.passGate()));
		readAgain();
		return stop;
	}

	/** One look at all that the server has (F10), and then whatever there is to do about it. */
	private async read(): Promise<void> {
		const isSynced = this.wire.state === 'synced';
		await this.boxes?.openOwn();
		const accepted = await this.log.read();
		this.notices.say('tooLarge', accepted === null);
		if (accepted === null) return;
		const someGone = this.inner.take(accepted);
		const findings = this.heads.update(accepted, this.circle);
		tellFindings(this.notices, findings);
		if (this.boxes) tellAboutCircle(this.notices, this.circle, this.log);
		this.sender.find(accepted);
		const isFirst = isSynced && !this.isJudged;
		this.isJudged = isSynced && this.wire.state === 'synced';
		if (isFirst || someGone || findings.omissions.size > 0) this.isSuspicious = true;
		if (findings.hasMoved) this.presence.saySoon();
		await this.passGate();
		this.listeners.tell();
	}

	/** What waits for the gate to be open, and what is watched while it is. */
	private async passGate(): Promise<void> {
		const { isOpen } = this;
		const opens = isOpen && !this.wasOpen;
		this.wasOpen = isOpen;
		if (!isOpen) return;
		// F1: who began the room publishes it at once; everybody else heals after a random wait.
		const isBeginning = this.boxes !== null && this.log.isEmpty && this.circle.me?.letInBy === null;
		if (isBeginning) await this.sender.publishState();
		this.boxes?.watch(this.log.generationsInUse, { atOnce: isBeginning });
		if (opens) {
			this.outbox.flush().catch(this.failed);
			this.presence.saySoon();
		}
		this.upkeep.watchSize();
		if (!this.isSuspicious) return;
		this.isSuspicious = false;
		this.upkeep.suspect();
	}

	private upkeepHost(): ConstructorParameters<typeof Upkeep>[0] {
		return {
			mayWrite: () => this.isOpen,
			size: () => this.log.size,
			logLacks: () => this.inner.isMoreThanLog || this.log.lacksRecords,
			hasUnsent: () => this.outbox.hasUnsent,
			sendUnsent: () => this.outbox.flush().then(() => this.reading.ask()),
			publishState: () => this.sender.publishState().catch(() => (this.failed(), false))
		};
	}
}
