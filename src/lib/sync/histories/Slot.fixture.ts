import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { memoryStore } from '../localStore/memoryStore.ts';
import { ownLocks } from '../locks.ts';
import type { Scheduler } from '../scheduler.ts';
import { fixedRandom, RelayWire, type HandClock, type RelayServer } from '../sealedRoom/room.fixture.ts';
import { Circle } from '../sealedRoom/Circle.ts';
import { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import type { SealedDocument } from '../sealedRoom/SealedDocument.ts';
import { memoryPins } from '../localStore/pins.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';

/** One page of a device: a crash ends its timers, its wires and its writing in the same instant. */
export class Page {
	room!: SealedRoom;
	draft!: SealedDocument;
	readonly wires: RelayWire[] = [];
	isDead = false;

	crash(): void {
		this.isDead = true;
		for (const wire of this.wires) {
			wire.close();
			wire.doc.destroy();
		}
	}
}

/** One browser profile of one person in a random history: what it keeps, and the pages open on it. */
export class Slot {
	readonly name: string;
	readonly person: string;
	pages: Page[] = [];
	store: LocalStore = memoryStore();
	device: Device | null = null;
	roomId: RoomId | null = null;
	isOnline = true;
	private readonly server: RelayServer;
	private readonly clock: HandClock;
	private readonly locks = ownLocks();
	private readonly random: () => number;

	constructor(index: number, server: RelayServer, clock: HandClock, seed: number) {
		this.name = `d${index}`;
		// Some people have two devices.
		this.person = `p${index % 5}`;
		this.server = server;
		this.clock = clock;
		this.random = fixedRandom(seed + index);
	}

	get who() {
		return { person: this.person, name: this.name, label: '' };
	}

	get isIn(): boolean {
		return this.device !== null;
	}

	/** The page that acts, if one is open. */
	get page(): Page | undefined {
		return this.pages[0];
	}

	async keep(roomId: RoomId, device: Device, rows: { name: string; content: Bytes }[]): Promise<void> {
		this.roomId = roomId;
		this.device = device;
		this.store = memoryStore();
		await this.store.keepDevice(device);
		await this.store.change(rows);
	}

	async openPage(): Promise<void> {
		if (this.roomId === null || this.pages.length >= 2) return;
		const page = new Page();
		const { clock } = this;
		const scheduler: Scheduler = {
			now: clock.now,
			after: (milliseconds, then) => clock.after(milliseconds, () => page.isDead || then())
		};
		const store: LocalStore = {
			...this.store,
			change: async (put, remove) => (page.isDead ? undefined : this.store.change(put, remove))
		};
		const connect = (room: string, doc: ConstructorParameters<typeof RelayWire>[2]) => {
			const wire = new RelayWire(this.server, room, doc, { isOnline: this.isOnline });
			page.wires.push(wire);
			return wire;
		};
		const ports = { connect, locks: this.locks, scheduler, random: this.random };
		const circle = (await Circle.load(this.roomId, store))!;
		const settings = { conference: 'rustinhuis00001', person: this.person, store, ports, pins: memoryPins() };
		page.room = await SealedRoom.open(circle, settings);
		page.draft = await page.room.gathering('g1');
		this.pages.push(page);
	}

	async closePages(): Promise<void> {
		for (const page of this.pages.splice(0)) await page.room.close();
	}

	crash(): void {
		for (const page of this.pages.splice(0)) page.crash();
	}

	goesOffline(): void {
		this.isOnline = false;
		for (const { wires } of this.pages) for (const wire of wires) wire.cut();
	}

	comesBack(): void {
		this.isOnline = true;
		for (const { wires } of this.pages) for (const wire of wires) wire.retry();
	}
}
