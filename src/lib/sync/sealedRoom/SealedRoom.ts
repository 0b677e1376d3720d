import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { formatRoom } from '../protocol.ts';
import type { Circle } from './Circle.ts';
import { Listeners } from './Listeners.ts';
import type { Notice } from './Notices.ts';
import type { Ports } from './ports.ts';
import { SealedDocument } from './SealedDocument.ts';

export type RoomSettings = { conference: string; store: LocalStore; ports: Ports };

/** How this device stands. `outside`: it was not let in (yet). */
export type OwnStanding = 'live' | 'waiting' | 'removed' | 'outside';

/** The room's name on the wire: 32 hexadecimal letters, the first half of its id. */
export function wireRoomId(roomId: RoomId): string {
	return roomId.slice(0, 32);
}

/** The sealed room of one conference on this device: one circle, and the documents that hang on it. */
export class SealedRoom {
	readonly circle: Circle;
	readonly book: SealedDocument;
	readonly store: LocalStore;
	private readonly settings: RoomSettings;
	private readonly gatherings = new Map<string, Promise<SealedDocument>>();
	private readonly opened: SealedDocument[];
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];

	private constructor(circle: Circle, book: SealedDocument, settings: RoomSettings) {
		this.circle = circle;
		this.book = book;
		this.store = settings.store;
		this.settings = settings;
		this.opened = [book];
		const tell = () => this.listeners.tell();
		this.stop = [circle.onChange(tell), book.onChange(tell), book.notices.onChange(tell)];
	}

	/** Opens the room that `circle` belongs to. `openRoom` is the way in for a page. */
	static async open(circle: Circle, settings: RoomSettings): Promise<SealedRoom> {
		const book = await SealedDocument.open({ ...documentOf(circle, 'book', settings), book: null });
		return new SealedRoom(circle, book, settings);
	}

	get roomId(): RoomId {
		return this.circle.roomId;
	}

	get standing(): OwnStanding {
		return this.circle.me?.standing ?? 'outside';
	}

	/** Every device that was ever let in, with how it stands. */
	get devices(): RosterDevice[] {
		return [...this.circle.roster.devices.values()];
	}

	/** Those of all documents that are open, each once. */
	get notices(): Notice[] {
		const all = this.opened.flatMap(({ notices }) => notices.all);
		return all.filter(({ kind, about }, i) => i === all.findIndex((one) => one.kind === kind && one.about === about));
	}

	/** The document of one gathering, `g1`, `g2` …; opened the first time it is asked for. */
	gathering(name: `g${number}`): Promise<SealedDocument> {
		const known = this.gatherings.get(name);
		if (known) return known;
		const opening = this.openGathering(name);
		this.gatherings.set(name, opening);
		return opening;
	}

	/** Roster, notices, or the book's state may have changed. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	private async openGathering(name: string): Promise<SealedDocument> {
		const document = await SealedDocument.open({ ...documentOf(this.circle, name, this.settings), book: this.book });
		this.opened.push(document);
		this.stop.push(document.notices.onChange(() => this.listeners.tell()));
		return document;
	}

	private async documents(): Promise<SealedDocument[]> {
		return [...(await Promise.all(this.gatherings.values())), this.book];
	}

	/** Everything typed, in all documents: to the device, and to the wire if that can be. */
	async flush(): Promise<void> {
		await Promise.all((await this.documents()).map((document) => document.flush()));
	}

	/** The phone is back on the network, or somebody signed in again. */
	async retry(): Promise<void> {
		for (const document of await this.documents()) document.retry();
	}

	async close(): Promise<void> {
		for (const stop of this.stop) stop();
		for (const document of await this.documents()) await document.close();
		this.store.close();
	}
}

function documentOf(circle: Circle, name: string, { conference, store, ports }: RoomSettings) {
	const wire = { kind: 'sealed' as const, conference, roomId: wireRoomId(circle.roomId), document: name };
	return { circle, name, room: formatRoom(wire), store, ports };
}
