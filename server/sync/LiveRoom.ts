import * as Y from 'yjs';
import { CLOSE, LIMITS, PACE, SYNC, formatRoom, type Room } from '#lib/sync/protocol.ts';
import { Doorstep } from './Doorstep.ts';
import { Pace } from './pace.ts';
import { Presence, type Speaker } from './Presence.ts';
import { Refusal } from './Refusal.ts';
import { presenceFrame, syncFrame } from './frame.ts';
import type { RoomStore, Source } from './RoomStore.ts';

/** Somebody in the room, as the room sees them. */
export type Member = Speaker & {
	/** Sends a whole websocket message. */
	send(frame: Buffer): void;
	mayWrite(): boolean;
};

/** In one room: a few devices with a few tabs each. */
const CONNECTIONS_PER_PERSON = 8;

/**
 * A room with people in it: its document, who is there, and what is not stored yet.
 * Of a sealed room this is the outer document; nothing here, and nothing it calls, looks inside an entry.
 */
export class LiveRoom implements Source {
	readonly address: Room;
	/** Called when `acknowledge` has something to tell. */
	readonly #onStored: (room: LiveRoom) => void;
	readonly #store: RoomStore;
	readonly #limit: number;
	readonly #doc = new Y.Doc();
	readonly #members = new Set<Member>();
	readonly #presence = new Presence();
	/** Of a door only. */
	readonly #doorstep: Doorstep | undefined;
	readonly #presencePace = new Pace(PACE.presence, () => this.#tell(presenceFrame(this.#presence.news())));
	/** At least what the document takes up; exact after `#measure`. */
	#size = 0;
	#unstored: Uint8Array[] = [];
	#storing = 0;
	#writers = new Set<Member>();
	/** Those whose updates are stored, but who have not been told yet, and the state they are to be told. */
	#owed = new Set<Member>();
	#storedVector: Uint8Array = new Uint8Array([0]);

	private constructor(address: Room, store: RoomStore, onStored: (room: LiveRoom) => void) {
		this.#onStored = onStored;
		this.address = address;
		this.#store = store;
		this.#limit = limitOf(address);
		if (address.kind === 'door') this.#doorstep = new Doorstep(this.#doc);
	}

	/** The room as it was stored. Throws a Refusal when it was erased, an Error when it cannot be read. */
	static async load(address: Room, store: RoomStore, onStored: (room: LiveRoom) => void): Promise<LiveRoom> {
		const name = formatRoom(address);
		// Of a room that ended no paper is begun again, also not one that was never stored; its book tells so.
		const ended = address.kind === 'sealed' && address.document !== 'book' ? name.slice(0, name.lastIndexOf('/')) : name;
		if (store.isErased(name) || store.isErased(ended)) throw new Refusal(CLOSE.erased);
		const room = new LiveRoom(address, store, onStored);
		const updates = await store.load(name);
		room.#doc.transact(() => {
			for (const update of updates) Y.applyUpdate(room.#doc, update);
		});
		room.#size = updates.reduce((sum, update) => sum + update.length, 0);
		room.#storedVector = Y.encodeStateVector(room.#doc);
		room.#doc.on('update', (update: Uint8Array, writer: Member | null) => room.#changed(update, writer));
		return room;
	}

	/** True when everything of this room is on the disk. */
	get settled(): boolean {
		return !this.#unstored.length && !this.#storing;
	}

	/** Also tells somebody who was in already, and whose rights changed, what they need to know now. */
	join(member: Member): void {
		let same = 0;
		for (const other of this.#members) if (other !== member && other.account === member.account) same++;
		if (same >= CONNECTIONS_PER_PERSON) throw new Refusal(CLOSE.tryLater);
		this.#members.add(member);
		this.sendPresence(member);
		// Readers are not asked for what they have: nothing of theirs would be taken.
		if (!member.mayWrite()) return;
		member.send(syncFrame(SYNC.step1, this.#storedVector));
		if (this.settled) return;
		// Somebody who lost the line before the acknowledgement is told with the next one.
		this.#writers.add(member);
		this.#store.write(this);
	}

	leave(member: Member): void {
		this.#members.delete(member);
		this.#writers.delete(member);
		this.#owed.delete(member);
		if (this.#presence.leave(member)) this.#presencePace.ask();
	}

	/** What somebody with this state vector lacks, as a sync step 2. */
	answer(vector: Uint8Array): Buffer {
		return syncFrame(SYNC.step2, Y.encodeStateAsUpdate(this.#doc, vector));
	}

	/** Takes an update in; the others get what is new in it. Throws when it is malformed or does not fit in. */
	write(writer: Member, update: Uint8Array): void {
		if (this.#size + update.length > this.#limit) this.#measure();
		if (this.#size + update.length > this.#limit) throw new Refusal(CLOSE.tooLarge);
		// Reads the update without setting memory aside for as many parts as it merely says it has.
		Y.parseUpdateMeta(update);
		this.#doorstep?.check(update);
		this.#size += update.length;
		Y.applyUpdate(this.#doc, update, writer);
		this.#doorstep?.tidy();
	}

	/** Takes away what has lain at this door too long; false where there was nothing. */
	tidy(now?: number): boolean {
		return this.#doorstep?.tidy(now) ?? false;
	}

	/** Whether `update` holds anything that this room does not. */
	wouldChange(update: Uint8Array): boolean {
		for (const [client, clock] of Y.parseUpdateMeta(update).to) {
			if (clock > Y.getState(this.#doc.store, client)) return true;
		}
		const deleted = Y.createDeleteSetFromStructStore(this.#doc.store);
		return !Y.equalDeleteSets(Y.mergeDeleteSets([deleted, Y.decodeUpdate(update).ds]), deleted);
	}

	hearPresence(speaker: Member, update: Uint8Array): void {
		if (this.#presence.hear(speaker, update)) this.#presencePace.ask();
	}

	sendPresence(member: Member): void {
		const present = this.#presence.all();
		if (present) member.send(presenceFrame(present));
	}

	/** The text of one field, for those who may read it without the document (AC6). */
	text(field: string): string {
		return this.#doc.getText(field).toString();
	}

	/** Everything not stored yet. The state vector is of this very moment: later updates are not acknowledged. */
	takeBatch(): ReturnType<Source['takeBatch']> {
		const updates = this.#unstored;
		const writers = this.#writers;
		const vector = Y.encodeStateVector(this.#doc);
		this.#unstored = [];
		this.#writers = new Set();
		this.#storing++;
		const stored = (): void => {
			this.#storing--;
			this.#storedVector = vector;
			for (const writer of writers) if (this.#members.has(writer)) this.#owed.add(writer);
			this.#onStored(this);
		};
		return { room: formatRoom(this.address), updates, stored };
	}

	/** A sync step 1 says in plain y-websocket what is stored: all that its state vector covers (SR26). */
	acknowledge(): void {
		const frame = syncFrame(SYNC.step1, this.#storedVector);
		for (const writer of this.#owed) writer.send(frame);
		this.#owed.clear();
	}

	/** Lets go of everything. Nobody may be in the room, and everything must be stored. */
	unload(): void {
		this.#presencePace.stop();
		this.#doc.destroy();
	}

	/** `writer` is null for what the server itself does. */
	#changed(update: Uint8Array, writer: Member | null): void {
		this.#unstored.push(update);
		if (writer) this.#writers.add(writer);
		this.#tell(syncFrame(SYNC.update, update), writer);
		this.#store.write(this);
	}

	#tell(frame: Buffer, except?: Member | null): void {
		for (const member of this.#members) if (member !== except) member.send(frame);
	}

	#measure(): void {
		this.#size = Y.encodeStateAsUpdate(this.#doc).length;
	}
}

function limitOf({ kind }: Room): number {
	if (kind === 'sealed') return LIMITS.sealedRoomBytes;
	return kind === 'door' ? LIMITS.doorRoomBytes : LIMITS.plainRoomBytes;
}
