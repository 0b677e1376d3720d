import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';
import { listedGatherings, listGathering } from '#lib/documents/circleBook.ts';
import { Closing } from '../closing/Closing.ts';
import { GatheringEnds } from '../closing/GatheringEnds.ts';
import { watchEndings } from '../closing/watchEndings.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Pins } from '../localStore/pins.ts';
import { watchDepartures } from '../removal/watchDepartures.ts';
import { formatRoom } from '../protocol.ts';
import type { Circle } from './Circle.ts';
import { LastHeard } from './LastHeard.ts';
import { Listeners } from './Listeners.ts';
import { Newcomers } from './Newcomers.ts';
import type { Notice } from './Notices.ts';
import type { Ports } from './ports.ts';
import { SealedDocument } from './SealedDocument.ts';
import { isSheet } from './Sheets.ts';
import { wireRoomId } from './wireRoomId.ts';

export type RoomSettings = {
	conference: string;
	/** Participant id of whose device this is. */
	person: string;
	store: LocalStore;
	ports: Ports;
	/** Where this device writes down which room it holds to. */
	pins: Pins;
	/** "Laat niets achter": what is kept here goes with the page (F14). */
	keepsNothing?: boolean;
};

/** How this device stands. `outside`: it was not let in (yet). `waiting`: it was, and not all it needs is here. */
export type OwnStanding = 'live' | 'waiting' | 'removed' | 'outside';

/**
 * A device of the circle as a screen shows it. `since`: when this device first saw it, `lastHeard`: when it last
 * heard of it, both by its own clock, in milliseconds.
 */
export type ShownDevice = RosterDevice & { since: number | null; lastHeard: number | null; isThis: boolean; isSheet: boolean };

/** What is kept beside the documents. */
type Watching = { newcomers: Newcomers; heard: LastHeard; closing: Closing; ends: GatheringEnds };

/**
 * The sealed room of one conference on this device: one circle, and the documents that hang on it. What people do
 * with it as a whole, such as taking somebody out or making a sheet, are flows beside this folder that take a room.
 */
export class SealedRoom {
	readonly circle: Circle;
	readonly book: SealedDocument;
	readonly newcomers: Newcomers;
	private readonly heard: LastHeard;
	readonly closing: Closing;
	readonly ends: GatheringEnds;
	readonly settings: RoomSettings;
	private readonly gatherings = new Map<string, Promise<SealedDocument>>();
	/** All documents that are open, `book` first. */
	readonly opened: SealedDocument[];
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[] = [];

	private constructor(circle: Circle, book: SealedDocument, settings: RoomSettings, watching: Watching) {
		this.circle = circle;
		this.book = book;
		this.settings = settings;
		this.newcomers = watching.newcomers;
		this.heard = watching.heard;
		this.closing = watching.closing;
		this.ends = watching.ends;
		this.opened = [book];
		const { log, gate } = book.parts;
		gate.rests = () => this.closing.isInEffect || (this.closing.isRunning && !log.hasText);
		const tellers = [circle, book, book.notices, this.newcomers, this.closing, this.ends];
		this.stop = tellers.map((teller) => teller.onChange(() => this.listeners.tell()));
	}

	/** Opens the room that `circle` belongs to. `openRoom` is the way in for a page. */
	static async open(circle: Circle, settings: RoomSettings): Promise<SealedRoom> {
		const { store, ports } = settings;
		const book = await SealedDocument.open({ ...documentOf(circle, 'book', settings), book: null });
		const [newcomers, heard, closing, ends] = await Promise.all([
			Newcomers.load(circle, store, ports.scheduler),
			LastHeard.load(circle, store, ports.scheduler),
			Closing.load(circle, store, ports.scheduler),
			GatheringEnds.load(book, store, ports.scheduler)
		]);
		const room = new SealedRoom(circle, book, settings, { newcomers, heard, closing, ends });
		circle.inUse.documents = () => ['book', ...listedGatherings(book.text).keys()];
		const forget = (person: string) => void ports.forgetInvites?.(person).catch(() => {});
		room.stop.push(watchDepartures(circle, forget), watchEndings(room), heard.watch(book));
		return room;
	}

	/** `ended`: a close took effect, and nothing of the room is left on this device (F13). */
	hasEnded = false;

	get roomId(): RoomId {
		return this.circle.roomId;
	}

	get store(): LocalStore {
		return this.settings.store;
	}

	get ports(): Ports {
		return this.settings.ports;
	}

	get standing(): OwnStanding {
		const standing = this.circle.me?.standing ?? 'outside';
		return standing === 'live' && !this.circle.isLive ? 'waiting' : standing;
	}

	/** Every device that was ever let in, sheets included, with how it stands. */
	get devices(): ShownDevice[] {
		return [...this.circle.roster.devices.values()].map((device) => this.shown(device));
	}

	/** Devices and sheets that came in and were not tapped away here yet (SR9); `newcomers.meet` taps away. */
	get unmet(): ShownDevice[] {
		return this.newcomers.all.map((device) => this.shown(device));
	}

	/** Those of all documents that are open, each once. */
	get notices(): Notice[] {
		const all = this.opened.flatMap(({ notices }) => notices.all);
		return all.filter(({ kind, about }, i) => i === all.findIndex((one) => one.kind === kind && one.about === about));
	}

	/** The document of one gathering, `g1`, `g2` …; opened the first time it is asked for. Not after it ended. */
	gathering(name: `g${number}`): Promise<SealedDocument> {
		if (this.ends.hasEnded(name)) return Promise.reject(new Error(`${name} has ended`));
		const known = this.gatherings.get(name);
		if (known) return known;
		const opening = this.openGathering(name);
		this.gatherings.set(name, opening);
		return opening;
	}

	/** Something about the room changed that its parts do not tell of. */
	tell(): void {
		this.listeners.tell();
	}

	/** Roster, newcomers, notices, closing, or the book's state may have changed. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Everything typed, in all documents: to the device, and to the wire if that can be. */
	async flush(): Promise<void> {
		await Promise.all((await this.documents()).map((document) => document.flush()));
	}

	/** The phone is back on the network, or somebody signed in again. */
	async retry(): Promise<void> {
		for (const document of await this.documents()) document.retry();
	}

	/** `keepsWords: false`: before what is kept is wiped. */
	async close({ keepsWords = true } = {}): Promise<void> {
		for (const stop of this.stop.splice(0)) stop();
		for (const part of [this.newcomers, this.closing, this.ends]) part.close();
		for (const document of await this.documents()) await document.close({ keepsWords });
		this.store.close();
	}

	/** A gathering's document is over and closed. */
	forget(name: string): void {
		this.gatherings.delete(name);
		const at = this.opened.findIndex((document) => document.name === name);
		if (at >= 0) this.opened.splice(at, 1);
	}

	private shown(device: RosterDevice): ShownDevice {
		const since = this.newcomers.since(device.id);
		const lastHeard = this.heard.of(device.id);
		return { ...device, since, lastHeard, isThis: device.id === this.circle.device.id, isSheet: isSheet(device) };
	}

	private async openGathering(name: string): Promise<SealedDocument> {
		const document = await SealedDocument.open({ ...documentOf(this.circle, name, this.settings), book: this.book });
		document.parts.gate.rests = () => this.ends.isOver(name);
		this.opened.push(document);
		this.stop.push(document.notices.onChange(() => this.listeners.tell()), this.heard.watch(document));
		// For who comes by sheet, and for the end of the room: all documents are listed in the book.
		const list = () => document.isOpen && listGathering(this.book.text, name);
		this.stop.push(document.onChange(list));
		list();
		return document;
	}

	private async documents(): Promise<SealedDocument[]> {
		return [...(await Promise.all(this.gatherings.values())), this.book];
	}
}

function documentOf(circle: Circle, name: string, { conference, store, ports }: RoomSettings) {
	const wire = { kind: 'sealed' as const, conference, roomId: wireRoomId(circle.roomId), document: name };
	return { circle, name, room: formatRoom(wire), store, ports };
}
