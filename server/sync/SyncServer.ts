import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { CLOSE, LIMITS, PACE, SYNC_PATH, formatRoom, parseRoom, type Room } from '#lib/sync/protocol.ts';
import type { Admission, Decision } from './decision.ts';
import { Connection, type Host } from './Connection.ts';
import { RoomStore } from './RoomStore.ts';
import { Rooms } from './Rooms.ts';
import { answerEnded } from './ended.ts';
import { answerQuestion } from './question.ts';
import { sweepDoors } from './sweepDoors.ts';
import { addressOf, isSameOrigin, tokenOf } from './request.ts';
import { atMost } from './atMost.ts';

export type SyncSettings = {
	/** Everything the rooms hold is kept here. */
	folder: string;
	admission: Admission;
	/** Origins beside the server's own host from which pages may connect, as `https://host`. */
	origins?: string[];
	/** The header in which a proxy passes on the person's address; without it, the socket's. */
	addressHeader?: string;
	/** Told in one line about what an operator should know. */
	report?: (problem: string) => void;
};

/** Which decisions may no longer hold: of one conference, of one account, or (neither given) all. */
export type Scope = { conference?: string; account?: string };

const CONNECTIONS = 10_000;
const CONNECTIONS_PER_PERSON = 30;
/** Of one address, while nobody knows yet whose they are. */
const UNDECIDED_PER_ADDRESS = 200;
const QUESTIONS_AT_ONCE = 32;
const BEAT_EVERY_MS = 1000;
const BEATS = PACE.silence / BEAT_EVERY_MS;
const SWEEP_EVERY_MS = 60 * 60_000;

/** The server side of y-websocket under SYNC_PATH: who may come in, and which room they come into. */
export class SyncServer implements Host {
	/** Resolves when the store is open; rejects when the folder cannot be used. */
	readonly ready: Promise<void>;
	readonly rooms: Rooms;
	readonly #settings: SyncSettings;
	readonly #store: Promise<RoomStore>;
	readonly #sockets = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: LIMITS.messageBytes
	});
	/** Each with the second in which its heart beats, so that thousands do not all beat in one moment. */
	readonly #connections = new Map<Connection, number>();
	/** How many connections each account has. */
	readonly #people = new Map<string, number>();
	readonly #inTurn = atMost(QUESTIONS_AT_ONCE);
	readonly #heart: NodeJS.Timeout;
	readonly #broom: NodeJS.Timeout;
	#healthy = () => false;
	#second = 0;
	#stopping = false;

	constructor(settings: SyncSettings) {
		this.#settings = settings;
		const report = settings.report ?? console.error;
		this.#store = RoomStore.open(settings.folder, report);
		this.ready = this.#store.then((store) => void (this.#healthy = () => store.healthy));
		this.ready.catch((error: Error) => report(`sync: cannot open ${settings.folder}: ${error.message}`));
		this.rooms = new Rooms(this.#store);
		this.#heart = setInterval(() => this.#beat(), BEAT_EVERY_MS);
		const swept = () => void this.sweep().catch((error: Error) => report(`sync: doors: ${error.message}`));
		this.#broom = setInterval(swept, SWEEP_EVERY_MS);
	}

	/** False before the store is open, and while the disk refuses what is written. */
	get healthy(): boolean {
		return !this.#stopping && this.#healthy();
	}

	/** How many sockets are open, and how many rooms are in memory for them. */
	get load(): { connections: number; rooms: number } {
		return { connections: this.#connections.size, rooms: this.rooms.count };
	}

	/** Takes the upgrades under SYNC_PATH; those of others, such as Vite's own, are left to them. */
	attach(server: Server): void {
		server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
			if (request.url?.startsWith(SYNC_PATH)) this.#upgrade(request, socket, head);
			else if (server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found');
		});
	}

	/** `GET /sync/question/…` and `POST /sync/ended/…`; false when the request is for somebody else. */
	handleHttp(request: IncomingMessage, response: ServerResponse): boolean {
		const { admission, addressHeader, origins = [] } = this.#settings;
		const on = { rooms: this.rooms, admission, address: addressOf(request, addressHeader) };
		const isOurs = isSameOrigin(request, origins);
		const end = (conference: string, roomId: string): Promise<void> => this.#end(conference, roomId);
		return answerQuestion(request, response, on) || answerEnded(request, response, { ...on, isOurs, end });
	}

	/**
	 * Drops the decisions in `scope` and asks again. With `hold` (something changed) nothing passes on those
	 * connections until the answer; without it (a change may have been missed) the last decision stands until then.
	 */
	recheck(scope: Scope = {}, { hold = true } = {}): void {
		for (const connection of this.#connections.keys()) {
			if (scope.conference && scope.conference !== connection.room.conference) continue;
			// Of somebody not decided upon yet, it is not known whose connection it is.
			if (scope.account && connection.account && scope.account !== connection.account) continue;
			void connection.ask(hold);
		}
	}

	/** Takes away what has lain at the doors for three days, also where nobody comes any more. */
	async sweep(now?: number): Promise<void> {
		await sweepDoors(await this.#store, this.rooms, now);
	}

	/** Stops accepting, tells everybody to come back, stores what there is, and closes the store. */
	async stop(): Promise<void> {
		this.#stopping = true;
		clearInterval(this.#heart);
		clearInterval(this.#broom);
		for (const connection of this.#connections.keys()) connection.close(CLOSE.restart);
		const store = await this.#store.catch(() => undefined);
		await store?.close();
	}

	decide({ token, address, room }: Connection): Promise<Decision> {
		return this.#inTurn(() => this.#settings.admission.admit({ token, address, room }));
	}

	identified(account: string): boolean {
		const count = this.#people.get(account) ?? 0;
		if (count >= CONNECTIONS_PER_PERSON) return false;
		this.#people.set(account, count + 1);
		return true;
	}

	gone(connection: Connection): void {
		this.#connections.delete(connection);
		const count = this.#people.get(connection.account) ?? 0;
		if (count > 1) this.#people.set(connection.account, count - 1);
		else this.#people.delete(connection.account);
	}

	#upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		if (!isSameOrigin(request, this.#settings.origins ?? [])) return refuse(socket, '403 Forbidden');
		const address = addressOf(request, this.#settings.addressHeader);
		if (this.#stopping || this.#isCrowded(address)) return refuse(socket, '503 Service Unavailable');
		const token = tokenOf(request);
		const room = parseRoom(request.url!.slice(SYNC_PATH.length).split('?')[0]!);
		this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, { room, token, address }));
	}

	/** Refusals come as a close code after accepting: only that keeps y-websocket from trying again and again. */
	#accept(ws: WebSocket, socket: Duplex, who: { room: Room | undefined; token: string; address: string }): void {
		const { room, token, address } = who;
		if (!room) return ws.close(CLOSE.notAllowed);
		const connection = new Connection(this, ws, socket, { room, token, address });
		this.#connections.set(connection, this.#connections.size % BEATS);
		void connection.ask(true);
	}

	/** Lets nobody into the sealed papers of this room any more, and erases them; the book's remainder stays. */
	async #end(conference: string, roomId: string): Promise<void> {
		const start = `room/${conference}/${roomId && `${roomId}/`}`;
		const papers = [...this.#connections.keys()].filter(({ room }) => formatRoom(room).startsWith(start) && isPaper(room));
		for (const connection of papers) connection.close(CLOSE.erased);
		const store = await this.#store;
		await store.flush();
		const names = [...(await store.names(start)), ...papers.map(({ room }) => formatRoom(room))];
		const rooms = new Set(names.map((name) => name.slice(0, name.lastIndexOf('/'))));
		for (const name of [...rooms, ...names.filter((one) => isPaper(parseRoom(one)))]) await store.erase(name);
	}

	#beat(): void {
		this.#second = (this.#second + 1) % BEATS;
		for (const [connection, second] of this.#connections) if (second === this.#second) connection.beat();
	}

	#isCrowded(address: string): boolean {
		let undecided = 0;
		for (const other of this.#connections.keys()) if (!other.account && other.address === address) undecided++;
		return undecided >= UNDECIDED_PER_ADDRESS || this.#connections.size >= CONNECTIONS;
	}
}

/** The document of one gathering, as against the book. */
function isPaper(room: Room | undefined): boolean {
	return room?.kind === 'sealed' && room.document !== 'book';
}

function refuse(socket: Duplex, status: string): void {
	socket.on('error', () => socket.destroy());
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
