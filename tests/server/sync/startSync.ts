import { createHook } from 'node:async_hooks';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SYNC_PATH, formatRoom, type Room } from '#lib/sync/protocol.ts';
import type { Admission, Decision } from '#server/sync/decision.ts';
import { SyncServer } from '#server/sync/SyncServer.ts';

export const CONFERENCE = 'rustinhuis00001';
export const OPEN: Room = { kind: 'open', conference: CONFERENCE };
export const FAMILY: Room = { kind: 'family', conference: CONFERENCE };
export const BOOK: Room = { kind: 'sealed', conference: CONFERENCE, roomId: 'ab'.repeat(16), document: 'book' };

/** Rights by name, to be changed while a story goes on. Who is not in it has no session. */
export class Rights implements Admission {
	readonly levels = new Map<string, Decision['level']>();
	/** Asked before each answer; replace it to make PocketBase slow, or dead. */
	before: (who: string) => Promise<void> = async () => undefined;
	asked = 0;
	answered = 0;

	async admit({ token }: { token: string }): Promise<Decision> {
		this.asked++;
		await this.before(token);
		this.answered++;
		const level = this.levels.get(token) ?? 'signIn';
		return level === 'signIn' || level === 'none' ? { level } : { level, account: token, participant: token };
	}

	async mayMindDoor({ token }: { token: string }): Promise<boolean | 'signIn'> {
		const level = this.levels.get(token);
		return level ? level === 'relay' : 'signIn';
	}

	async mayReadQuestion({ token }: { token: string }): Promise<boolean | 'signIn'> {
		const level = this.levels.get(token);
		return level ? level !== 'none' : 'signIn';
	}
}

/** Somebody's device in a room: a real y-websocket client, as in the browser. */
export type Device = { doc: Y.Doc; provider: WebsocketProvider; words: Y.Text; leave(): void };

export class TestSync {
	readonly rights = new Rights();
	readonly folder: string;
	readonly problems: string[] = [];
	sync: SyncServer;
	#http: Server;
	readonly #devices: Device[] = [];
	readonly #sockets: WebSocket[] = [];

	private constructor(folder: string) {
		this.folder = folder;
		for (const name of ['yara', 'hulya', 'bas']) this.rights.levels.set(name, 'write');
		this.rights.levels.set('ilse', 'read');
		this.rights.levels.set('stranger', 'none');
		this.#http = createServer();
		this.sync = this.#compose();
	}

	static async start(): Promise<TestSync> {
		const test = new TestSync(await mkdtemp(join(tmpdir(), 'rondom-sync-')));
		await test.#listen(0);
		await test.sync.ready;
		return test;
	}

	get port(): number {
		return (this.#http.address() as AddressInfo).port;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Stops in order and starts again on the same port and folder. */
	async restart(): Promise<void> {
		const { port } = this;
		await this.sync.stop();
		this.#http.close();
		this.#http = createServer();
		this.sync = this.#compose();
		await this.#listen(port);
	}

	async stop(): Promise<void> {
		for (const device of this.#devices) device.leave();
		for (const socket of this.#sockets) socket.terminate();
		await this.sync.stop();
		this.#http.close();
		await rm(this.folder, { recursive: true, force: true });
	}

	device(who: string, room: Room): Device {
		const { origin } = this;
		class OwnSocket extends WebSocket {
			constructor(url: string) {
				super(url, { origin, headers: { cookie: `rondom=${who}` } });
			}
		}
		const doc = new Y.Doc();
		const address = `ws://127.0.0.1:${this.port}${SYNC_PATH}`;
		const provider = new WebsocketProvider(address, formatRoom(room), doc, {
			disableBc: true,
			WebSocketPolyfill: OwnSocket as unknown as typeof globalThis.WebSocket
		});
		const leave = (): void => (provider.destroy(), doc.destroy());
		const device = { doc, provider, words: doc.getText('words'), leave };
		this.#devices.push(device);
		return device;
	}

	/** A device that has everything the server has. */
	async inRoom(who: string, room: Room): Promise<Device> {
		const device = this.device(who, room);
		await until(() => device.provider.synced);
		return device;
	}

	/** A bare socket, for what no honest device would do. */
	socket(who: string, path: string, headers: Record<string, string> = {}): Peer {
		const all = { origin: this.origin, cookie: `rondom=${who}`, ...headers };
		const ws = new WebSocket(`ws://127.0.0.1:${this.port}${SYNC_PATH}${path}`, { headers: all });
		this.#sockets.push(ws);
		return new Peer(ws);
	}

	get(path: string, who: string): Promise<Response> {
		return fetch(`${this.origin}${path}`, { headers: { cookie: `rondom=${who}` } });
	}

	#compose(): SyncServer {
		const sync = new SyncServer({
			folder: join(this.folder, 'sync'),
			admission: this.rights,
			origins: ['https://rondom.example'],
			report: (problem) => this.problems.push(problem)
		});
		sync.attach(this.#http);
		this.#http.on('request', (request, response) => {
			if (!sync.handleHttp(request, response)) response.writeHead(418).end();
		});
		return sync;
	}

	async #listen(port: number): Promise<void> {
		this.#http.listen(port, '127.0.0.1');
		await once(this.#http, 'listening');
	}
}

/** The other end of a bare socket: what it was sent, and how it ended. */
export class Peer {
	readonly ws: WebSocket;
	readonly heard: Uint8Array[] = [];
	/** The close code; an HTTP status when the door stayed shut. */
	readonly ended: Promise<number>;
	readonly opened: Promise<void>;

	constructor(ws: WebSocket) {
		this.ws = ws;
		ws.on('message', (data: Buffer) => this.heard.push(new Uint8Array(data)));
		ws.on('error', () => undefined);
		this.opened = new Promise((resolve) => ws.once('open', resolve));
		this.ended = new Promise((resolve) => {
			ws.once('close', (code) => resolve(code));
			ws.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
		});
	}

	async send(...messages: Array<Uint8Array | string>): Promise<void> {
		await this.opened;
		for (const message of messages) this.ws.send(message);
	}
}

/**
 * Waits until `holds`, which is asked again after everything this process is woken for (a frame, a closed socket,
 * a finished write): server and devices all live in it. The test's own time limit ends it.
 */
export async function until(holds: () => boolean): Promise<void> {
	if (holds()) return;
	await new Promise<void>((resolve, reject) => {
		const wakings = createHook({ after: look }).enable();
		function look(): void {
			try {
				if (!holds()) return;
				resolve();
			} catch (error) {
				reject(error as Error);
			}
			wakings.disable();
		}
	});
}
