import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE, SYNC, SYNC_PATH, formatRoom } from '#lib/sync/protocol.ts';
import { RoomStore } from '#server/sync/RoomStore.ts';
import { CONFERENCE, OPEN, TestSync, until } from './startSync.ts';
import { step1, update } from './messages.ts';

/** How often the program is killed; the whole thing takes about half a second each. */
const KILLS = Number(process.env.KILLS ?? (process.env.LONG_TESTS ? 50 : 5));
const WRITERS = 6;

/** Somebody who types without pause, and remembers what the server said it stored (SR26). */
class Writer {
	readonly doc = new Y.Doc();
	readonly #ws: WebSocket;
	#acknowledged = 0;
	#typing = true;

	constructor(port: number, room: string, name: string) {
		const origin = `http://127.0.0.1:${port}`;
		this.#ws = new WebSocket(`ws://127.0.0.1:${port}${SYNC_PATH}${room}`, { origin, headers: { cookie: `rondom=${name}` } });
		this.doc.on('update', (body: Uint8Array) => this.#ws.send(update(body)));
		this.#ws.on('error', () => undefined);
		this.#ws.on('close', () => (this.#typing = false));
		this.#ws.on('open', () => this.#ws.send(step1()));
		this.#ws.on('message', (data: Buffer) => this.#hear(data));
	}

	/** The clock up to which the server acknowledged this writer's own words. */
	get acknowledged(): number {
		return this.#acknowledged;
	}

	#hear(data: Buffer): void {
		const [kind, second] = data;
		if (kind !== MESSAGE.sync) return;
		if (second === SYNC.step2) this.#type();
		if (second !== SYNC.step1) return;
		const decoder = decoding.createDecoder(data.subarray(2));
		this.#acknowledged = Y.decodeStateVector(decoding.readVarUint8Array(decoder)).get(this.doc.clientID) ?? 0;
	}

	#type(): void {
		if (!this.#typing) return;
		const words = this.doc.getText('words');
		words.insert(words.length, 'woord ');
		setTimeout(() => this.#type(), 3);
	}
}

const servers: ChildProcess[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.kill('SIGKILL');
});

async function start(folder: string): Promise<{ server: ChildProcess; port: number }> {
	const server = fork(join(import.meta.dirname, 'server.ts'), [folder]);
	servers.push(server);
	const [{ port }] = (await once(server, 'message')) as [{ port: number }];
	return { server, port };
}

async function stateOf(folder: string, room: string): Promise<Map<number, number>> {
	const store = await RoomStore.open(folder, () => undefined);
	const doc = new Y.Doc();
	for (const one of await store.load(room)) Y.applyUpdate(doc, one);
	await store.close();
	expect(doc.store.pendingStructs).toBeNull();
	return Y.decodeStateVector(Y.encodeStateVector(doc));
}

describe('what was acknowledged is stored', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'rondom-kill-'));
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	it(`[SR26] also when the program is killed ${KILLS} times in the middle of a sentence`, { timeout: 30_000 + KILLS * 3000 }, async () => {
		const rooms = [formatRoom(OPEN), `family/${CONFERENCE}`];
		const writers: Array<{ writer: Writer; room: string }> = [];
		for (let kill = 0; kill < KILLS; kill++) {
			const { server, port } = await start(folder);
			const now = Array.from({ length: WRITERS }, (_, index) => {
				const room = rooms[index % rooms.length]!;
				return { room, writer: new Writer(port, room, `writer${index}`) };
			});
			writers.push(...now);
			await until(() => now.every(({ writer }) => writer.acknowledged > 0));
			const spell = kill % 4;
			for (const { writer } of now) await until(() => writer.acknowledged > spell * 6);
			server.kill('SIGKILL');
			await once(server, 'exit');
			for (const room of rooms) {
				const stored = await stateOf(folder, room);
				for (const { writer, room: own } of writers) {
					if (own === room) expect(stored.get(writer.doc.clientID)).toBeGreaterThanOrEqual(writer.acknowledged);
				}
			}
		}
	});

	it('in a copy of the folder as well, made at any moment while people write', async () => {
		const { server, port } = await start(folder);
		const copies = await mkdtemp(join(tmpdir(), 'rondom-copies-'));
		try {
			const room = formatRoom(OPEN);
			const writer = new Writer(port, room, 'yara');
			await until(() => writer.acknowledged > 0);
			for (let copy = 0; copy < 10; copy++) {
				const acknowledged = writer.acknowledged;
				await cp(folder, join(copies, `${copy}`), { recursive: true });
				const stored = await stateOf(join(copies, `${copy}`), room);
				expect(stored.get(writer.doc.clientID)).toBeGreaterThanOrEqual(acknowledged);
			}
		} finally {
			server.kill('SIGKILL');
			await rm(copies, { recursive: true, force: true });
		}
	});
});

describe('the word that something is stored', () => {
	let test: TestSync;
	beforeEach(async () => {
		test = await TestSync.start();
	});
	afterEach(() => test.stop());

	it('[SR26] comes to the one who wrote it, and to nobody else', async () => {
		const acknowledgements = (heard: Uint8Array[]): number =>
			heard.filter(([kind, second]) => kind === MESSAGE.sync && second === SYNC.step1).length;
		const yara = test.socket('yara', formatRoom(OPEN));
		const bas = test.socket('bas', formatRoom(OPEN));
		for (const peer of [yara, bas]) {
			await peer.send(step1());
			await until(() => peer.heard.some(([, second]) => second === SYNC.step2));
		}
		const doc = new Y.Doc();
		doc.getText('words').insert(0, 'bewaard?');
		await yara.send(update(Y.encodeStateAsUpdate(doc)));
		await until(() => acknowledgements(yara.heard) === 2);
		expect(acknowledgements(bas.heard)).toBe(1);
		const decoder = decoding.createDecoder(yara.heard.findLast(([, second]) => second === SYNC.step1)!.subarray(2));
		expect(Y.decodeStateVector(decoding.readVarUint8Array(decoder)).get(doc.clientID)).toBe(8);
	});

	it('[SR26] comes also to who lost the line before it could come', async () => {
		const hulya = await test.inRoom('hulya', OPEN);
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'net voor de tunnel');
		yara.provider.disconnect();
		yara.provider.connect();
		const told = new Promise<void>((resolve) => {
			yara.provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, provider, emitSynced, type) => {
				const [kind, ...rest] = decoder.arr.subarray(decoder.pos);
				if (kind === SYNC.step1) {
					const body = decoding.createDecoder(new Uint8Array(rest));
					const vector = Y.decodeStateVector(decoding.readVarUint8Array(body));
					if (vector.get(yara.doc.clientID) === 18) resolve();
				}
				answer(encoder, decoder, provider, emitSynced, type);
			};
		});
		await told;
		await until(() => hulya.words.toString() === 'net voor de tunnel');
	});
});

/** y-websocket's own handler of sync messages, kept before a test puts another before it. */
const { messageHandlers } = new (await import('y-websocket')).WebsocketProvider('ws://localhost', 'x', new Y.Doc(), { connect: false });
const answer = messageHandlers[MESSAGE.sync]!;
