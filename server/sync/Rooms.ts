import { CLOSE, PACE, formatRoom, type Room } from '#lib/sync/protocol.ts';
import { LiveRoom } from './LiveRoom.ts';
import { Pace } from './pace.ts';
import { Refusal } from './Refusal.ts';
import type { RoomStore } from './RoomStore.ts';

/** Connections in one room: a large circle with two devices each, and room to spare. */
const MEMBERS = 250;

type Entry = { room: Promise<LiveRoom>; users: number };

/** The rooms in memory: each is loaded when the first asks for it, and let go when the last has left. */
export class Rooms {
	readonly #store: Promise<RoomStore>;
	readonly #entries = new Map<string, Entry>();
	/** Rooms whose writers are to hear what is stored. All in one go: each by itself would wake the process up. */
	readonly #stored = new Set<LiveRoom>();
	readonly #acknowledge = new Pace(PACE.acknowledge, () => {
		for (const room of this.#stored) room.acknowledge();
		this.#stored.clear();
	});
	readonly #onStored = (room: LiveRoom): void => {
		this.#stored.add(room);
		this.#acknowledge.ask();
	};

	constructor(store: Promise<RoomStore>) {
		this.#store = store;
	}

	get count(): number {
		return this.#entries.size;
	}

	/** The room, loaded. Whoever calls this calls `leave` once, also when it throws. */
	enter(address: Room): Promise<LiveRoom> {
		const name = formatRoom(address);
		let entry = this.#entries.get(name);
		if (!entry) {
			entry = { room: this.#store.then((store) => LiveRoom.load(address, store, this.#onStored)), users: 0 };
			this.#entries.set(name, entry);
		}
		entry.users++;
		if (entry.users > MEMBERS) return Promise.reject(new Refusal(CLOSE.tryLater));
		return entry.room;
	}

	/** The room stays in memory until everything of it is stored. */
	async leave(address: Room): Promise<void> {
		const name = formatRoom(address);
		const entry = this.#entries.get(name)!;
		entry.users--;
		if (entry.users) return;
		const room = await entry.room.catch(() => undefined);
		while (room && !room.settled && !entry.users) await (await this.#store).flush();
		if (entry.users || this.#entries.get(name) !== entry) return;
		this.#entries.delete(name);
		room?.unload();
	}
}
