import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { AT_DOOR, CLOSE, MESSAGE, SYNC, SYNC_PATH } from '#lib/sync/protocol.ts';
import type { Admission } from '#server/sync/decision.ts';
import { SyncServer } from '#server/sync/SyncServer.ts';
import { step1, update } from '#tests/server/sync/messages.ts';
import { Peer } from '#tests/server/sync/startSync.ts';

const ADDRESS_HEADER = 'x-rondom-address';

/** What somebody could do with a room: nothing and why, read what is there, or write in it too. */
export type Got = { level: 'refused'; code: number } | { level: 'read' | 'write'; text: string };

/** The sync server over real sockets, each person with their own session. */
export class SyncSurface {
	readonly sync: SyncServer;
	readonly #http: Server;
	readonly #tokens: Record<string, string>;

	private constructor(folder: string, admission: Admission, tokens: Record<string, string>) {
		this.#tokens = tokens;
		this.sync = new SyncServer({ folder, admission, addressHeader: ADDRESS_HEADER });
		this.#http = createServer((request, response) => {
			if (!this.sync.handleHttp(request, response)) response.writeHead(418).end();
		});
		this.sync.attach(this.#http);
	}

	static async start(folder: string, admission: Admission, tokens: Record<string, string>): Promise<SyncSurface> {
		const surface = new SyncSurface(folder, admission, tokens);
		surface.#http.listen(0, '127.0.0.1');
		await once(surface.#http, 'listening');
		return surface;
	}

	async stop(): Promise<void> {
		await this.sync.stop();
		this.#http.close();
	}

	/** Opens a room, asks what is in it, writes `words`, and asks again: what was possible is what is answered. */
	async enter(who: string, room: string, words: string): Promise<Got> {
		const peer = this.open(who, room);
		await peer.send(step1());
		const text = await answered(peer);
		if (text === undefined) return { level: 'refused', code: await peer.ended };
		await peer.send(room.startsWith('door/') ? atDoor([words]) : written(words), step1());
		const after = await answered(peer, text);
		if (after === undefined) {
			const code = await peer.ended;
			if (code !== CLOSE.notAllowed) throw new Error(`${who} is let go from ${room} with ${code}`);
			return { level: 'read', text };
		}
		peer.ws.close();
		await peer.ended;
		return { level: 'write', text: after };
	}

	open(who: string, room: string): Peer {
		return new Peer(new WebSocket(`ws${this.#origin.slice(4)}${SYNC_PATH}${room}`, { headers: this.#headers(who) }));
	}

	/** The question of a conference, for who may not have the document (AC6). */
	async question(who: string, conference: string): Promise<{ status: number; text: string }> {
		const answer = await fetch(`${this.#origin}${SYNC_PATH}question/${conference}`, { headers: this.#headers(who) });
		return { status: answer.status, text: await answer.text() };
	}

	get #origin(): string {
		return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
	}

	#headers(who: string): Record<string, string> {
		const token = this.#tokens[who];
		return { origin: this.#origin, [ADDRESS_HEADER]: who, ...(token && { cookie: `rondom=${token}` }) };
	}
}

/** Lets everybody do everything, so that it can plant, and find, what the real rights keep. */
export const EVERYTHING: Admission = {
	admit: async ({ address }) => ({ level: 'write', account: address, participant: address }),
	mayReadQuestion: async () => true,
	mayMindDoor: async () => true
};

/** The texts of the next whole answer after `seen`; undefined when the door closed instead. */
async function answered(peer: Peer, seen?: string): Promise<string | undefined> {
	const wanted = seen === undefined ? 1 : 2;
	for (;;) {
		const answers = peer.heard.filter(([kind, second]) => kind === MESSAGE.sync && second === SYNC.step2);
		if (answers.length >= wanted) return Buffer.from(answers[wanted - 1]!).toString('latin1');
		const more = new Promise((resolve) => peer.ws.once('message', resolve));
		const ended = await Promise.race([peer.ended, more.then(() => 0)]);
		if (ended) return undefined;
	}
}

function written(words: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('words').insert(0, words);
	return update(Y.encodeStateAsUpdate(doc));
}

/** A document that has a text in each of these fields, as a message. */
export function documentOf(texts: Record<string, string>): Uint8Array {
	const doc = new Y.Doc();
	for (const [field, text] of Object.entries(texts)) doc.getText(field).insert(0, text);
	return update(Y.encodeStateAsUpdate(doc));
}

/** Things at a door, each under a name of its own, as a message. */
export function atDoor(texts: readonly string[]): Uint8Array {
	const doc = new Y.Doc();
	const things = doc.getMap(AT_DOOR.things);
	for (const text of texts) {
		things.set(`k/${randomBytes(8).toString('hex')}/${randomBytes(16).toString('hex')}`, new TextEncoder().encode(text));
	}
	return update(Y.encodeStateAsUpdate(doc));
}
