import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as Y from 'yjs';
import { deviceSocket } from '../../../server/demo/deviceSocket.ts';
import { timerScheduler } from '../../../src/lib/sync/scheduler.ts';
import type { SealedDocument } from '../../../src/lib/sync/sealedRoom/SealedDocument.ts';
import { SharedDocument } from '../../../src/lib/sync/sharedDocument.ts';
import { connectOverWebSocket } from '../../../src/lib/sync/wire/connectOverWebSocket.ts';
import type { Table } from '../table.ts';
import { CONFERENCE } from '../../../src/lib/sync/sealedRoom/room.fixture.ts';
import { Device, DRAFT, until } from './device.ts';
import { Hand, trace, type Act } from './trace.ts';

const realTime = timerScheduler(() => performance.now());

/** On real sockets to the real sync server, at the speed of people: letting in, and when others see what is typed. */
export async function inRealTime(text: Uint8Array, seconds: number): Promise<Table> {
	const sync = fork(join(import.meta.dirname, '../processes/rondom.ts'));
	// Each y-websocket connection listens for the end of the process; here there are many.
	process.setMaxListeners(0);
	try {
		const [{ port }] = (await once(sync, 'message')) as [{ port: number }];
		const origin = `http://127.0.0.1:${port}`;
		const connect = (token: string) =>
			connectOverWebSocket({ url: `ws://127.0.0.1:${port}/sync`, random: Math.random, WebSocket: deviceSocket(origin, token) });
		const yara = await new Device('Yara').begins(connect('yara'), realTime);
		const draft = await yara.gathering(DRAFT);
		await until(draft, () => draft.isOpen);
		Y.applyUpdate(draft.text, text);
		await until(draft, () => draft.where.state === 'sent');

		const letIn: number[] = [];
		const rooms = [yara];
		const drafts: SealedDocument[] = [draft];
		const wanted = Y.encodeStateVector(draft.text).length;
		for (const name of ['Hülya', 'Bas', 'Riet', 'Joop', 'Marleen']) {
			const start = performance.now();
			const room = await new Device(name).isLetInBy(yara, connect(name.toLowerCase().replace('ü', 'u')), realTime);
			const own = await room.gathering(DRAFT);
			await until(own, () => own.isOpen && Y.encodeStateVector(own.text).length >= wanted);
			letIn.push(performance.now() - start);
			rooms.push(room);
			drafts.push(own);
		}
		const papers = ['yara', 'hulya', 'bas'].map((who) => new SharedDocument(`open/${CONFERENCE}`, connect(who)));
		const sealed = await seenBy([drafts[0]!.text, drafts[1]!.text], drafts[2]!.text, seconds);
		const plain = await seenBy([papers[0]!.doc, papers[1]!.doc], papers[2]!.doc, seconds);
		for (const paper of papers) paper.close();
		await Promise.all(rooms.map((room) => room.close()));
		const row = (name: string, times: number[], goal: string): string[] => {
			return [name, ...[0.5, 0.95, 1].map((part) => at(times, part).toFixed(0)), String(times.length), goal];
		};
		return {
			title: 'In real time, on real sockets',
			columns: ['', 'p50 ms', 'p95 ms', 'most ms', 'of', 'goal'],
			rows: [
				row('a key, seen by others: plain', plain, '–'),
				row('a key, seen by others: sealed', sealed, 'p95 ≤ 1000'),
				row('letting somebody in, until all of the draft is there', letIn.sort((a, b) => a - b), '≤ 1000')
			]
		};
	} finally {
		sync.kill();
	}
}

/** How long each key takes from a writer's document to the reader's, in milliseconds. */
async function seenBy(writers: [Y.Doc, Y.Doc], reader: Y.Doc, seconds: number): Promise<number[]> {
	const acts = trace(seconds * 10).filter((act) => act.at < seconds * 1000);
	const times: number[] = [];
	let waiting: { client: number; clock: number; since: number }[] = [];
	let heard = () => {};
	const look = () => {
		const now = performance.now();
		const isSeen = ({ client, clock }: (typeof waiting)[number]) => Y.getState(reader.store, client) >= clock;
		times.push(...waiting.filter(isSeen).map(({ since }) => now - since));
		waiting = waiting.filter((one) => !isSeen(one));
		heard();
	};
	reader.on('update', look);
	const hands = writers.map((doc) => new Hand(doc));
	const start = performance.now();
	for (const act of acts) await type(act);
	while (waiting.length > 0) await new Promise<void>((resolve) => (heard = resolve));
	reader.off('update', look);
	return times.sort((a, b) => a - b);

	async function type({ at: moment, writer, key }: Act): Promise<void> {
		const wait = moment - (performance.now() - start);
		if (wait > 0) await new Promise<void>((turn) => realTime.after(wait, turn));
		hands[writer]!.do(key);
		const { clientID: client, store } = writers[writer]!;
		// Taking a letter back moves no clock, so there is nothing to wait for.
		if (key !== 'back') waiting.push({ client, clock: Y.getState(store, client), since: performance.now() });
	}
}

function at(sorted: number[], part: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
