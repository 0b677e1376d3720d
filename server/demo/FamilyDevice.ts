import { machineClock } from '#lib/domain/clock/clock.ts';
import { memoryStores } from '#lib/sync/localStore/memoryStore.ts';
import { memoryPins } from '#lib/sync/localStore/pins.ts';
import { ownLocks } from '#lib/sync/locks.ts';
import { timerScheduler } from '#lib/sync/scheduler.ts';
import { beginRoom } from '#lib/sync/sealedRoom/beginRoom.ts';
import { openRoom } from '#lib/sync/sealedRoom/openRoom.ts';
import type { SealedDocument } from '#lib/sync/sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { wireRoomId } from '#lib/sync/sealedRoom/wireRoomId.ts';
import { makeSheet } from '#lib/sync/sheet/makeSheet.ts';
import { formatSheetLink } from '#lib/sync/sheet/sheetLink.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';
import { deviceSocket } from './deviceSocket.ts';
import { StoredWords } from './StoredWords.ts';

export type Owner = {
	/** Where the program listens. */
	port: number;
	conference: string;
	/** Participant id. */
	person: string;
	name: string;
	/** This person's own session. */
	token: string;
};

/**
 * A device of somebody in the circle, in Node: the program's own keys, seals and wire, with nothing kept on disk. To
 * the server it is a browser like any other.
 */
export class FamilyDevice {
	readonly #room: SealedRoom;
	readonly #owner: Owner;
	readonly #stored: StoredWords;

	private constructor(room: SealedRoom, owner: Owner, stored: StoredWords) {
		this.#room = room;
		this.#owner = owner;
		this.#stored = stored;
	}

	/** Begins the room of this conference (F1), as the page does at "Begin onze ruimte". */
	static async begin(owner: Owner): Promise<FamilyDevice> {
		const { port, conference, person, name, token } = owner;
		const places = { pins: memoryPins(), openStore: memoryStores() };
		const begun = await beginRoom(conference, { person, name, label: 'laptop' }, places);
		begun!.store.close();
		const origin = `http://localhost:${port}`;
		const answer = await fetch(`${origin}/conference/${conference}/room`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie: `rondom=${token}` },
			body: JSON.stringify({ roomId: wireRoomId(begun!.roomId) })
		});
		if (!answer.ok) throw new Error(`the room of the demo could not be begun (${answer.status})`);
		const url = `ws://localhost:${port}/sync`;
		const stored = new StoredWords(
			connectOverWebSocket({ url, random: Math.random, WebSocket: deviceSocket(origin, token) })
		);
		const scheduler = timerScheduler(() => machineClock.now().getTime());
		const ports = { connect: stored.connect, scheduler, locks: ownLocks(), random: Math.random };
		const room = await openRoom(conference, person, { ...places, ports });
		return new FamilyDevice(room!, owner, stored);
	}

	/** The paper of one gathering, once this device may write on it. */
	async paper(gathering: `g${number}`): Promise<SealedDocument> {
		const document = await this.#room.gathering(gathering);
		await this.#mayWriteOn(document);
		return document;
	}

	/** A sleutelblad of the circle, as it stands behind `#` in its picture. No server has it. */
	async sheet(): Promise<string> {
		await this.#mayWriteOn(this.#room.book);
		const made = await makeSheet(this.#room);
		if (!made) throw new Error('the demo has no sleutelblad of its room');
		await this.#publishRoster();
		return formatSheetLink({ conference: this.#owner.conference, letters: made.letters });
	}

	/**
	 * What does not go through at once a device heals within seconds; this one does not live that long. Telling the
	 * same line twice does no harm.
	 */
	async #publishRoster(): Promise<void> {
		const { book, circle } = this.#room;
		for (;;) {
			await this.#mayWriteOn(book);
			const before = book.counts.accepted;
			await book.publishRecords(circle.roster.wellFormed.map(({ bytes }) => bytes));
			if (book.counts.accepted > before) return;
		}
	}

	/** Resolves when the server says it has stored everything that was written here. */
	async isKept(): Promise<void> {
		await this.#room.flush();
		await this.#stored.all();
	}

	close(): Promise<void> {
		return this.#room.close();
	}

	/** A gathering's paper waits for the book as well, which carries the keys. */
	#mayWriteOn(document: SealedDocument): Promise<void> {
		return new Promise((resolve, reject) => {
			const look = () => {
				const { refusal } = document;
				if (refusal) reject(new Error(`the server refused ${document.name} of the demo (${refusal})`));
				else if (document.isOpen) resolve();
				else return;
				for (const stop of stops) stop();
			};
			const stops = [this.#room.onChange(look), document.onChange(look)];
			look();
		});
	}
}
