import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import type { Admission } from '../admission.ts';
import { memoryPins } from '../localStore/pins.ts';
import { memoryStores } from '../localStore/memoryStore.ts';
import { ownLocks } from '../locks.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import type { Connect, Wire, WireState } from '../wire/wire.ts';
import { beginRoom } from './beginRoom.ts';
import { openRoom } from './openRoom.ts';
import type { Ports } from './ports.ts';
import type { SealedDocument } from './SealedDocument.ts';
import type { SealedRoom } from './SealedRoom.ts';

export const CONFERENCE = 'rustinhuis00001';

/** Time that moves only when it is moved. */
export class HandClock implements Scheduler {
	private time = 1_800_000_000_000;
	private waiting: { at: number; then: () => void }[] = [];

	now = (): number => this.time;

	after(milliseconds: number, then: () => void): Cancel {
		const one = { at: this.time + milliseconds, then };
		this.waiting.push(one);
		return () => void (this.waiting = this.waiting.filter((other) => other !== one));
	}

	/** To the next thing that waits, if that is before `end`; false when nothing is. */
	step(end: number): boolean {
		const next = this.waiting.reduce<{ at: number } | null>((first, one) => (first && first.at <= one.at ? first : one), null);
		if (!next || next.at > end) {
			this.time = Math.max(this.time, end);
			return false;
		}
		this.advance(Math.max(0, next.at - this.time));
		return true;
	}

	/** As a machine that slept: time is later at once, and what was due meanwhile happens once, now. */
	leap(milliseconds: number): void {
		this.time += milliseconds;
		const due = this.waiting.filter(({ at }) => at <= this.time).sort((a, b) => a.at - b.at);
		this.waiting = this.waiting.filter((one) => !due.includes(one));
		for (const { then } of due) then();
	}

	advance(milliseconds: number): void {
		const end = this.time + milliseconds;
		for (;;) {
			const next = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
			if (!next) break;
			this.waiting = this.waiting.filter((other) => other !== next);
			this.time = Math.max(this.time, next.at);
			next.then();
		}
		this.time = end;
	}
}

/** Lets what is under way go on, without time passing. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Lets work and time go on until something is so; fails after `limit` minutes on the hand clock. */
export async function until(clock: HandClock, isSo: () => boolean, what = isSo.toString(), limit = 3): Promise<void> {
	const end = clock.now() + limit * 60_000;
	while (!isSo()) {
		if (clock.now() > end) throw new Error(`never came: ${what}`);
		await breathe();
		clock.advance(5);
	}
}

/** Lets so much time pass, with everybody's work done in between. */
export async function pass(clock: HandClock, seconds: number): Promise<void> {
	const end = clock.now() + seconds * 1000;
	for (let i = 0; clock.now() < end || i < 200; i++) {
		await breathe();
		clock.advance(clock.now() < end ? 10 : 0);
	}
}

/** A server that does as it should, and whose rooms a test may reach into where it should not. */
export class RelayServer {
	readonly rooms = new Map<string, Y.Doc>();
	private readonly wires = new Set<RelayWire>();
	/** False: takes everything in and says nothing about it. */
	acknowledges = true;
	relaysPresence = true;
	/** What it was told about persons and the room, in order. */
	readonly told: string[] = [];
	readonly admission: Admission = {
		letIn: async (person) => void this.told.push(`in ${person}`),
		openDoor: async (person) => void this.told.push(`door ${person}`),
		letOut: async (person) => (this.told.push(`out ${person}`), 'done' as const),
		keepIn: async (person) => void this.told.push(`keep ${person}`),
		erased: async () => void this.told.push('erased')
	};
	/** Every update that passed, for whoever wants to look or play it again. */
	readonly frames: Uint8Array[] = [];

	doc(room: string): Y.Doc {
		if (!this.rooms.has(room)) this.begin(room);
		return this.rooms.get(room)!;
	}

	/** A server that has of each document what `pick` leaves of it: the log's items, and all of `env`. */
	fork(pick: (document: string, items: unknown[]) => unknown[]): RelayServer {
		const other = new RelayServer();
		for (const [name, doc] of this.rooms) {
			const items = pick(name.split('/').at(-1)!, doc.getArray('log').toArray());
			other.doc(name).getArray('log').push(items);
			for (const [key, value] of doc.getMap('env')) other.doc(name).getMap('env').set(key, value);
		}
		return other;
	}

	/** The room with this document name; there is one conference in a test. */
	find(document: string): Y.Doc {
		const name = [...this.rooms.keys()].find((room) => room.endsWith(`/${document}`));
		return this.rooms.get(name!)!;
	}

	log(document: string): Y.Array<unknown> {
		return this.find(document).getArray('log');
	}

	connect(): Connect {
		return (room, doc) => new RelayWire(this, room, doc);
	}

	join(wire: RelayWire): void {
		this.wires.add(wire);
	}

	leave(wire: RelayWire): void {
		this.wires.delete(wire);
	}

	others(wire: RelayWire): RelayWire[] {
		return [...this.wires].filter((other) => other !== wire && other.room === wire.room);
	}

	private begin(room: string): void {
		const doc = new Y.Doc();
		this.rooms.set(room, doc);
		doc.on('update', (update: Uint8Array, from: unknown) => {
			this.frames.push(update);
			for (const wire of this.wires) {
				if (wire === from) wire.acknowledge();
				else if (wire.room === room) wire.deliver(update);
			}
		});
	}
}

export class RelayWire implements Wire {
	readonly room: string;
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	private readonly server: RelayServer;
	/** What is on its way in either direction, while the server lets this device wait; else null. */
	private underway: (() => void)[] | null = null;
	private isClosed = false;
	private readonly stateListeners = new Set<() => void>();
	private readonly storedListeners = new Set<(vector: Map<number, number>) => void>();
	state: WireState = 'connecting';
	refusal: number | null = null;

	constructor(server: RelayServer, room: string, doc: Y.Doc, { isOnline = true } = {}) {
		this.server = server;
		this.room = room;
		this.doc = doc;
		this.awareness = new Awareness(doc);
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === this || this.state !== 'synced') return;
			this.pass(() => Y.applyUpdate(server.doc(room), update, this));
		});
		this.awareness.on('update', () => {
			if (this.state !== 'synced' || !server.relaysPresence) return;
			const mine = encodeAwarenessUpdate(this.awareness, [doc.clientID]);
			for (const other of server.others(this)) applyAwarenessUpdate(other.awareness, mine, other);
		});
		queueMicrotask(() => (isOnline ? this.retry() : this.become('offline')));
	}

	/** From now on nothing comes through, and the device does not know; until `hurry`. */
	dawdle(): void {
		this.underway ??= [];
	}

	hurry(): void {
		const waiting = this.underway ?? [];
		this.underway = null;
		for (const passes of waiting) passes();
	}

	private pass(how: () => void): void {
		if (this.underway) this.underway.push(how);
		else how();
	}

	private become(state: WireState): void {
		this.state = state;
		for (const listener of this.stateListeners) listener();
	}

	deliver(update: Uint8Array): void {
		this.pass(() => Y.applyUpdate(this.doc, update, this));
	}

	acknowledge(): void {
		if (!this.server.acknowledges) return;
		const vector = Y.decodeStateVector(Y.encodeStateVector(this.server.doc(this.room)));
		this.pass(() => {
			for (const listener of this.storedListeners) listener(vector);
		});
	}

	cut(): void {
		// What was on its way is lost; the next sync brings it.
		if (this.underway) this.underway = [];
		this.server.leave(this);
		for (const other of this.server.others(this)) removeAwarenessStates(other.awareness, [this.doc.clientID], other);
		this.become('offline');
	}

	refuse(code: number): void {
		this.cut();
		this.refusal = code;
		this.become('refused');
	}

	retry(): void {
		if (this.state === 'synced' || this.isClosed) return;
		this.refusal = null;
		this.server.join(this);
		const doc = this.server.doc(this.room);
		Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc)), this);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)), this);
		for (const other of this.server.relaysPresence ? this.server.others(this) : []) {
			const theirs = encodeAwarenessUpdate(other.awareness, [other.doc.clientID]);
			applyAwarenessUpdate(this.awareness, theirs, this);
		}
		this.become('synced');
		this.acknowledge();
	}

	close(): void {
		this.isClosed = true;
		this.cut();
		this.stateListeners.clear();
		this.storedListeners.clear();
		this.awareness.destroy();
	}

	onState(listener: () => void): () => void {
		this.stateListeners.add(listener);
		return () => this.stateListeners.delete(listener);
	}

	onStored(listener: (vector: Map<number, number>) => void): () => void {
		this.storedListeners.add(listener);
		return () => this.storedListeners.delete(listener);
	}
}

/** Numbers between 0 and 1 in a fixed order. */
export function fixedRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** One browser profile of one person: what stays when the page is closed. */
export class TestDevice {
	readonly person: string;
	readonly pins = memoryPins();
	readonly openStore = memoryStores();
	readonly wires: RelayWire[] = [];
	/** Of whom the invitations made here died. */
	readonly forgotten: string[] = [];
	keepsNothing = false;
	private readonly locks = ownLocks();
	private server: RelayServer;
	private readonly clock: HandClock;
	private readonly random: () => number;

	constructor(person: string, server: RelayServer, clock: HandClock, seed = person.length * 7919 + person.charCodeAt(0)) {
		this.person = person;
		this.server = server;
		this.clock = clock;
		this.random = fixedRandom(seed);
	}

	get who() {
		return { person: `p-${this.person}`, name: this.person, label: 'telefoon' };
	}

	get ports(): Ports {
		const connect: Connect = (room, doc) => {
			const wire = this.server.connect()(room, doc) as RelayWire;
			this.wires.push(wire);
			return wire;
		};
		const { locks, clock: scheduler, random, server } = this;
		const forgetInvites = async (person: string) => void this.forgotten.push(person);
		return { connect, locks, scheduler, random, admission: server.admission, forgetInvites };
	}

	/** A page: a reload is the same again, a second tab is one more. */
	async page(): Promise<SealedRoom> {
		const { pins, openStore, ports, keepsNothing } = this;
		const room = await openRoom(CONFERENCE, this.who.person, { pins, openStore, ports, keepsNothing });
		if (room === null) throw new Error(`${this.person} has no keys`);
		return room;
	}

	async begins(): Promise<SealedRoom> {
		if ((await beginRoom(CONFERENCE, this.who, this)) === null) throw new Error('already in a room');
		return this.page();
	}

	async isLetInBy(room: SealedRoom, how: Parameters<typeof letIn>[2] = {}): Promise<SealedRoom> {
		await letIn(this, room, how);
		return this.page();
	}

	/** Pages that are opened from now on talk to another server: one that shows this device something else. */
	isShown(server: RelayServer): void {
		this.server = server;
	}

	goesOffline(): void {
		for (const wire of this.wires) if (wire.state === 'synced') wire.cut();
	}

	comesBack(): void {
		for (const wire of this.wires) if (wire.state === 'offline') wire.retry();
	}
}

/** As at the end of any way in: somebody inside admits this device's keys, and hands it the key of the room. */
export async function letIn(
	{ who, pins, openStore }: Pick<TestDevice, 'who' | 'pins' | 'openStore'>,
	{ circle, book, roomId }: SealedRoom,
	{ flags = 0, label = who.label, author }: { flags?: number; label?: string; author?: Pick<Device, 'id' | 'signKey'> } = {}
): Promise<void> {
	const store = await openStore(roomId, who.person);
	const { id, signPub, agreePub, ...keys } = await createDevice();
	await store.keepDevice({ id, signPub, agreePub, ...keys });
	const content = { ...who, label, how: author ? HOW.link : HOW.qr, flags, sheetBlob: new Uint8Array(0) };
	const admit = await circle.sign({ kind: 'admit', device: { id, signPub, agreePub }, ...content }, author);
	const generation = circle.roster.writeGeneration!;
	await store.change([{ name: `generation/${generation}`, content: circle.keys.proven(generation, circle.roster)! }]);
	await pins.pin(CONFERENCE, who.person, roomId);
	await book.publishRecords([admit.bytes]);
}

/** Yara has begun and let in Hülya and Bas, and all three know each other. */
export async function threeInside() {
	const clock = new HandClock();
	const server = new RelayServer();
	const devices = ['Yara', 'Hülya', 'Bas'].map((name) => new TestDevice(name, server, clock));
	const [yara, hulya, bas] = devices as [TestDevice, TestDevice, TestDevice];
	const yarasRoom = await yara.begins();
	await until(clock, () => yarasRoom.book.isOpen, 'Yara is in');
	const hulyasRoom = await hulya.isLetInBy(yarasRoom);
	const basRoom = await bas.isLetInBy(yarasRoom);
	const rooms = [yarasRoom, hulyasRoom, basRoom];
	await until(clock, () => rooms.every(({ book, circle }) => book.isOpen && circle.live.length === 3), 'all are in');
	return { clock, server, yara, hulya, bas, yarasRoom, hulyasRoom, basRoom, rooms };
}

/** The same, with the first gathering open on all three. */
export async function threeLetIn() {
	const circle = await threeInside();
	const drafts = await Promise.all(circle.rooms.map((room) => room.gathering('g1')));
	const [yaras, hulyas, bass] = drafts as [SealedDocument, SealedDocument, SealedDocument];
	await until(circle.clock, () => drafts.every((one) => one.isOpen));
	return { ...circle, yaras, hulyas, bass, drafts };
}
