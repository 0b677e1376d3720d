import type { Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import { CLOSE, MESSAGE, SYNC, type Room } from '#lib/sync/protocol.ts';
import type { Decision } from './decision.ts';
import type { LiveRoom, Member } from './LiveRoom.ts';
import type { Rooms } from './Rooms.ts';
import { Refusal } from './Refusal.ts';
import { SIGN_OF_LIFE } from './frame.ts';

/** What a connection needs of the server it belongs to. */
export type Host = {
	readonly rooms: Rooms;
	/** Asks what this connection may do now; rejects when that cannot be found out. */
	decide(connection: Connection): Promise<Decision>;
	/** Counts one more connection of this account; false when that is one too many. */
	identified(account: string): boolean;
	/** The connection is over. */
	gone(connection: Connection): void;
};

/** Bytes that may wait for a slow reader, or for a decision, beside the answer to its own question. */
const BACKLOG_BYTES = 1024 * 1024;
/** How long to wait before asking again what a person may do, in milliseconds; after the last they are let go. */
const ASK_AGAIN_MS = [250, 500, 1000, 2000, 4000];
/** With rights asked again every 5 s while nothing is heard of changes, this is a minute without an answer. */
const UNANSWERED = 12;
/** Per sign of life (25 s): far above what a person makes, even with everybody's presence coming back. */
const FRAMES = 5000;
const QUESTIONS = 30;
const CLOSE_WITHIN_MS = 5000;

/**
 * One person's socket to one room. Nothing goes in or out before a decision, and while rights are being asked
 * again: what comes in and what should go out is held, in order, and bounded, until the answer is there.
 */
export class Connection implements Member {
	room: Room;
	readonly token: string;
	readonly address: string;
	account = '';
	readonly #host: Host;
	readonly #ws: WebSocket;
	readonly #socket: Duplex;
	#level: Decision['level'] = 'none';
	#held: { incoming: Uint8Array[]; outgoing: Buffer[]; bytes: number } | undefined;
	#entering: Promise<LiveRoom> | undefined;
	#live: LiveRoom | undefined;
	/** Counts the questions, so that an answer to an earlier one is not taken for the answer to a later. */
	#turn = 0;
	#asking = false;
	#unanswered = 0;
	#answering = 0;
	#alive = true;
	#frames = 0;
	#questions = 0;
	#closed = false;

	constructor(host: Host, ws: WebSocket, socket: Duplex, who: { room: Room; token: string; address: string }) {
		this.#host = host;
		this.#ws = ws;
		this.#socket = socket;
		this.room = who.room;
		this.token = who.token;
		this.address = who.address;
		ws.on('message', (data, isBinary) => this.#hear(data as Buffer, isBinary));
		ws.on('pong', () => (this.#alive = true));
		ws.on('error', ignore);
		ws.on('close', () => this.#leave());
	}

	mayWrite(): boolean {
		return this.#level === 'write' || this.#level === 'relay';
	}

	/**
	 * Asks what this person may do. With `hold` nothing goes through until the answer is there: something is known
	 * to have changed. Without it, the last decision stands until then.
	 */
	async ask(hold: boolean): Promise<void> {
		if (this.#closed || (this.#asking && !hold)) return;
		const turn = ++this.#turn;
		this.#asking = true;
		if (hold) this.#hold();
		try {
			const decision = await this.#decide(turn, hold);
			if (decision && turn === this.#turn && !this.#closed) await this.#follow(decision, turn);
		} catch (error) {
			this.close(error instanceof Refusal ? error.code : CLOSE.tryLater);
		} finally {
			if (turn === this.#turn) this.#asking = false;
		}
	}

	send(frame: Buffer): void {
		if (this.#ws.readyState !== this.#ws.OPEN) return;
		if (this.#held) {
			this.#held.outgoing.push(frame);
			this.#held.bytes += frame.length;
			if (this.#held.bytes > BACKLOG_BYTES) this.close(CLOSE.tryLater);
		} else if (this.#socket.writableLength - this.#answering > BACKLOG_BYTES) {
			// Too slow to keep up: a closing frame would only queue behind the rest.
			this.#ws.terminate();
		} else {
			this.#socket.write(frame);
		}
	}

	/** Shows that the server lives, and hangs up on somebody who gave no sign since the last time. */
	beat(): void {
		if (!this.#alive) return this.#ws.terminate();
		this.#alive = false;
		this.#frames = 0;
		this.#questions = 0;
		if (this.#held) this.#alive = true;
		else this.send(SIGN_OF_LIFE);
	}

	/** Nothing more goes in or out from this moment, whether or not the other side takes leave. */
	close(code: number): void {
		if (this.#closed) return;
		this.#leave();
		this.#ws.resume();
		this.#ws.close(code);
		setTimeout(() => this.#ws.terminate(), CLOSE_WITHIN_MS).unref();
	}

	#hold(): void {
		this.#held ??= { incoming: [], outgoing: [], bytes: 0 };
		this.#ws.pause();
	}

	/** The decision, or undefined where the last one goes on. Throws when it has taken too long. */
	async #decide(turn: number, hold: boolean): Promise<Decision | undefined> {
		for (const wait of ASK_AGAIN_MS) {
			try {
				const decision = await this.#host.decide(this);
				this.#unanswered = 0;
				return decision;
			} catch {
				if (!hold && ++this.#unanswered < UNANSWERED) return undefined;
				if (!hold) break;
				await new Promise((resolve) => setTimeout(resolve, wait));
				if (turn !== this.#turn || this.#closed) return undefined;
			}
		}
		throw new Refusal(CLOSE.tryLater);
	}

	async #follow(decision: Decision, turn: number): Promise<void> {
		if (decision.level === 'signIn') throw new Refusal(CLOSE.signIn);
		if (decision.level === 'none') throw new Refusal(CLOSE.notAllowed);
		const live = await this.#enter(decision.account);
		if (turn !== this.#turn || this.#closed) return;
		const mayWriteNow = this.mayWrite();
		this.#level = decision.level;
		if (!this.#live || mayWriteNow !== this.mayWrite()) {
			this.#live = live;
			// The same name for everybody in the room, rather than one kept by each.
			this.room = live.address;
			live.join(this);
		}
		this.#release();
	}

	/** Takes its place, once, and loads the room if it is the first there. */
	#enter(account: string): Promise<LiveRoom> {
		if (this.#entering) return this.#entering;
		if (!this.#host.identified(account)) throw new Refusal(CLOSE.tryLater);
		this.account = account;
		this.#entering = this.#host.rooms.enter(this.room);
		return this.#entering;
	}

	#release(): void {
		const held = this.#held;
		if (!held) return;
		this.#held = undefined;
		for (const frame of held.outgoing) this.send(frame);
		for (const message of held.incoming) this.#take(message);
		if (!this.#closed) this.#ws.resume();
	}

	#hear(message: Buffer, isBinary: boolean): void {
		if (this.#closed) return;
		this.#alive = true;
		if (!isBinary) return this.close(CLOSE.unsupported);
		if (++this.#frames > FRAMES) return this.close(CLOSE.tryLater);
		if (this.#held) this.#held.incoming.push(message);
		else this.#take(message);
	}

	#take(message: Uint8Array): void {
		if (this.#closed) return;
		try {
			this.#handle(decoding.createDecoder(message), this.#live!);
		} catch (error) {
			this.close(error instanceof Refusal ? error.code : CLOSE.malformed);
		}
	}

	#handle(decoder: decoding.Decoder, live: LiveRoom): void {
		const message = decoding.readVarUint(decoder);
		if (message === MESSAGE.presence) {
			const update = decoding.readVarUint8Array(decoder);
			if (this.mayWrite()) live.hearPresence(this, update);
		} else if (message === MESSAGE.askPresence) {
			this.#countQuestion();
			live.sendPresence(this);
		} else if (message === MESSAGE.sync) {
			const kind = decoding.readVarUint(decoder);
			const body = decoding.readVarUint8Array(decoder);
			if (kind === SYNC.step1) this.#answer(live.answer(body));
			else if (kind === SYNC.step2 || kind === SYNC.update) this.#write(live, body);
			else throw new Refusal(CLOSE.unsupported);
		} else throw new Refusal(CLOSE.unsupported);
	}

	#write(live: LiveRoom, update: Uint8Array): void {
		if (this.mayWrite()) live.write(this, update);
		else if (live.wouldChange(update)) throw new Refusal(CLOSE.notAllowed);
	}

	/** A whole room may be more than a slow reader is allowed to have waiting; it asked for this itself. */
	#answer(frame: Buffer): void {
		this.#countQuestion();
		if (this.#answering) return this.close(CLOSE.tryLater);
		if (frame.length <= BACKLOG_BYTES / 4) return this.send(frame);
		this.#answering = frame.length;
		this.#socket.write(frame, () => (this.#answering = 0));
	}

	#countQuestion(): void {
		if (++this.#questions > QUESTIONS) throw new Refusal(CLOSE.tryLater);
	}

	#leave(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#held = undefined;
		this.#live?.leave(this);
		if (this.#entering) void this.#host.rooms.leave(this.room);
		this.#host.gone(this);
	}
}

/** After an error `ws` closes the connection by itself, with the right code. */
function ignore(): void {}
