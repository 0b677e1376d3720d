import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { memoryStore } from '../localStore/memoryStore.ts';
import { ownLocks } from '../locks.ts';
import type { Scheduler } from '../scheduler.ts';
import { CONFERENCE, fixedRandom, RelayWire, type HandClock, type RelayServer } from '../sealedRoom/room.fixture.ts';
import { Circle } from '../sealedRoom/Circle.ts';
import { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { wireRoomId } from '../sealedRoom/wireRoomId.ts';
import { comeInBySheet } from '../sheet/comeInBySheet.ts';
import type { Connect } from '../wire/wire.ts';
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
		const { page, ...ground } = this.newPage();
		const circle = (await Circle.load(this.roomId, ground.store))!;
		await this.show(page, await SealedRoom.open(circle, { ...ground, conference: CONFERENCE, person: this.person }));
	}

	/** With the letters of a sheet and nothing else; stays outside when the server does not show enough. */
	async comesInBySheet(letters: string, roomId: RoomId): Promise<void> {
		this.store = memoryStore();
		const { page, store, ...ground } = this.newPage();
		const settings = { ...ground, conference: CONFERENCE, hints: [wireRoomId(roomId)], openStore: async () => store };
		const entry = await comeInBySheet(letters, this.who, settings);
		if (!entry.ok) return page.crash();
		this.roomId = roomId;
		this.device = entry.room.circle.device;
		await this.show(page, entry.room);
	}

	private async show(page: Page, room: SealedRoom): Promise<void> {
		page.room = room;
		page.draft = await room.gathering('g1');
		this.pages.push(page);
	}

	private newPage() {
		const page = new Page();
		const { clock } = this;
		const scheduler: Scheduler = {
			now: clock.now,
			after: (milliseconds, then) => clock.after(milliseconds, () => page.isDead || then())
		};
		const kept = this.store;
		const store: LocalStore = {
			...kept,
			keepDevice: async (device) => (page.isDead ? undefined : kept.keepDevice(device)),
			change: async (put, remove) => (page.isDead ? undefined : kept.change(put, remove))
		};
		const connect: Connect = (room, doc) => {
			const wire = new RelayWire(this.server, room, doc, { isOnline: this.isOnline });
			page.wires.push(wire);
			return wire;
		};
		const ports = { connect, locks: this.locks, scheduler, random: this.random };
		return { page, store, ports, pins: memoryPins() };
	}

	get wires(): RelayWire[] {
		return this.pages.flatMap(({ wires }) => wires);
	}

	async closePages(): Promise<void> {
		for (const page of this.pages.splice(0)) await page.room.close();
	}

	crash(): void {
		for (const page of this.pages.splice(0)) page.crash();
	}

	goesOffline(): void {
		this.isOnline = false;
		for (const wire of this.wires) wire.cut();
	}

	comesBack(): void {
		this.isOnline = true;
		for (const wire of this.wires) wire.retry();
	}
}
