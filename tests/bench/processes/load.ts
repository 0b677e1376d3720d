import { performance } from 'node:perf_hooks';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '#lib/sync/protocol.ts';

/** What the bench asks for: `rooms` × `people`, one of them in each room writing `rate` times a second. */
export type Load = { port: number; dialect: 'y-websocket' | 'hocuspocus'; rooms: number; people: number; rate: number };
/** Updates received by others in the measured time, and the delay of each delivery at these percentiles, in ms. */
export type Measured = { sent: number; delivered: number; p50: number; p99: number };

const OPENING_AT_ONCE = 50;
const HOCUSPOCUS_AUTH = 2;

let sent = 0;
let delays: number[] = [];

/** One room, seen from outside. A room's updates arrive in the order in which its one writer sent them. */
class BenchRoom {
	readonly #load: Load;
	readonly #name: string;
	readonly #doc = new Y.Doc();
	readonly #sentAt: number[] = [];
	#writer: WebSocket | undefined;

	constructor(load: Load, index: number) {
		this.#load = load;
		this.#name = `open/${String(index).padStart(15, '0')}`;
		this.#doc.on('update', (update: Uint8Array) => this.#send(update));
	}

	async enter(person: number): Promise<void> {
		const ws = new WebSocket(`ws://127.0.0.1:${this.#load.port}/sync/${this.#name}`, {
			perMessageDeflate: false,
			headers: { origin: `http://127.0.0.1:${this.#load.port}`, cookie: `rondom=${this.#name.slice(5)}-${person}` }
		});
		const prefix = this.#message().length;
		let received = 0;
		const isWriter = person === 0;
		if (isWriter) this.#writer = ws;
		await new Promise<void>((resolve, reject) => {
			ws.on('error', reject);
			ws.on('close', (code) => reject(new Error(`closed with ${code}`)));
			ws.on('open', () => {
				if (prefix) ws.send(this.#message(HOCUSPOCUS_AUTH, 0, 0));
				ws.send(this.#message(MESSAGE.sync, SYNC.step1, 1, 0));
			});
			ws.on('message', (data: Buffer) => {
				const kind = data[prefix] === MESSAGE.sync ? data[prefix + 1] : undefined;
				if (kind === SYNC.update && !isWriter) delays.push(performance.now() - this.#sentAt[received++]!);
				// As every y-websocket client does: told what the server has, it answers with what it lacks.
				else if (kind === SYNC.step1) ws.send(this.#message(MESSAGE.sync, SYNC.step2, 2, 0, 0));
				else if (kind === SYNC.step2) resolve();
			});
		});
	}

	write(): void {
		const text = this.#doc.getText('t');
		text.insert(text.length, 'woord ');
		sent++;
	}

	#send(update: Uint8Array): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint8Array(encoder, update);
		const body = encoding.toUint8Array(encoder);
		this.#sentAt.push(performance.now());
		this.#writer!.send(Buffer.concat([this.#message(MESSAGE.sync, SYNC.update), body]));
	}

	/** The start of a message; Hocuspocus puts the name of the document before each. */
	#message(...bytes: number[]): Buffer {
		if (this.#load.dialect === 'y-websocket') return Buffer.from(bytes);
		return Buffer.concat([Buffer.from([this.#name.length]), Buffer.from(this.#name), Buffer.from(bytes)]);
	}
}

async function open(load: Load): Promise<BenchRoom[]> {
	const rooms = Array.from({ length: load.rooms }, (_, index) => new BenchRoom(load, index));
	const doors = rooms.flatMap((room) => Array.from({ length: load.people }, (_, person) => () => room.enter(person)));
	while (doors.length) await Promise.all(doors.splice(0, OPENING_AT_ONCE).map((enter) => enter()));
	return rooms;
}

function write(rooms: BenchRoom[], rate: number): void {
	const pause = 1000 / rate;
	for (const [index, room] of rooms.entries()) {
		// Spread evenly, so that no two rooms write in the same moment more often than chance would have it.
		setTimeout(() => setInterval(() => room.write(), pause), (pause * index) / rooms.length);
	}
}

function measured(): Measured {
	const sorted = Float64Array.from(delays).sort();
	const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
	return { sent, delivered: sorted.length, p50: at(0.5), p99: at(0.99) };
}

let rooms: BenchRoom[] = [];
process.on('message', async (order: { open: Load } | { write: number } | 'reset' | 'report') => {
	if (order === 'report') process.send!(measured());
	else if (order === 'reset') [sent, delays] = [0, []];
	else if ('open' in order) rooms = await open(order.open);
	else write(rooms, order.write);
	if (order !== 'report') process.send!('done');
});
