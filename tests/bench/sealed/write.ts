import * as Y from 'yjs';
import { timerScheduler, type Scheduler } from '../../../src/lib/sync/scheduler.ts';
import { RelayServer } from '../../../src/lib/sync/sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../../../src/lib/sync/sealedRoom/SealedRoom.ts';
import type { Table } from '../table.ts';
import { CONFERENCE } from '../../../src/lib/sync/sealedRoom/room.fixture.ts';
import { Device, DRAFT, until } from './device.ts';
import { copyRooms, FRAME, Scale, type Sized } from './size.ts';
import { Hand, secondsTyping, trace } from './trace.ts';

/** The long trace runs so many times as fast, all waits of the rooms with it; crypto takes the time it takes. */
const HASTE = 20;
/** More than a log holds after compacting, while entries come in beside it. */
const FEW = 5;
const MANY = 200;

const realTime = timerScheduler(() => performance.now());
const hurried: Scheduler = {
	now: () => performance.now() * HASTE,
	after: (milliseconds, then) => realTime.after(milliseconds / HASTE, then)
};

/** What the server holds at one moment, and the same text in a plain document. */
export type Copy = { rooms: Map<string, Uint8Array>; plain: Uint8Array; entries: number };
export type Written = { traffic: Table; compacted: Copy; loose: Copy; reader: Device };

/**
 * Two people write so many keys, sealed and plain side by side; and on, until the log has been caught both just
 * compacted and with 200 loose entries. `reader` was let in before, and has read nothing.
 */
export async function write(keys: number): Promise<Written> {
	const server = new RelayServer();
	const scales = [new Scale(), new Scale()] as const;
	const { rooms, drafts, reader } = await enter(server, scales);
	const plain = plainPair();
	const hands = [...drafts, ...plain.docs].map((doc) => new Hand(doc));
	const acts = trace(keys + 10_000);
	const start = hurried.now();
	let [done, before] = [0, 0];
	let compacted: Copy | undefined;
	let loose: Copy | undefined;
	while (!loose) {
		const act = acts[done++];
		if (!act) throw new Error('the log was not compacted in time');
		const wait = act.at - (hurried.now() - start);
		if (wait > 0) await new Promise<void>((turn) => hurried.after(wait, turn));
		hands[act.writer]!.do(act.key);
		hands[2 + act.writer]!.do(act.key);
		const entries = server.log(DRAFT).length;
		const copy = (): Copy => ({ rooms: copyRooms(server), plain: Y.encodeStateAsUpdate(plain.docs[0]), entries });
		if (done > keys && entries < before && entries < FEW) compacted = copy();
		if (compacted && entries >= MANY) loose = copy();
		before = entries;
	}
	const entries = (await Promise.all(scales.map((scale, i) => scale.read(rooms[i]!, DRAFT)))).flat();
	await Promise.all(rooms.map((room) => room.close()));
	const written = acts.slice(0, done);
	const typing = secondsTyping(written, 0) + secondsTyping(written, 1);
	const seconds = written.at(-1)!.at / 1000;
	const presence = scales[0].presence + scales[1].presence;
	const perSecond = (bytes: number) => [bytes / typing, bytes / seconds / 2].map((one) => one.toFixed(0));
	const rows = trafficOf(entries, plain.sent(), presence).map(([name, bytes, of]) => {
		return [name, ...perSecond(bytes), (bytes / of).toFixed(2)];
	});
	const edits = entries.filter(({ kind }) => kind === 'edit').length;
	const title = `Sent by a writer: ${done} keys by two in ${seconds.toFixed(0)} s, ${edits} entries (goal: ≤ 1024 B/s padded)`;
	const traffic = { title, columns: ['', 'B/s while typing', 'B/s with pauses', '× plain'], rows };
	return { traffic, compacted: compacted!, loose, reader };
}

async function enter(server: RelayServer, scales: readonly [Scale, Scale]) {
	const yara = await new Device('Yara').begins(scales[0].weigh(server, DRAFT), hurried);
	await until(yara.book, () => yara.book.isOpen);
	const hulya = await new Device('Hülya').isLetInBy(yara, scales[1].weigh(server, DRAFT), hurried);
	const reader = new Device('Bas');
	const bas = await reader.isLetInBy(yara, server.connect(), hurried);
	const rooms: SealedRoom[] = [yara, hulya];
	const drafts = await Promise.all([...rooms, bas].map((room) => room.gathering(DRAFT)));
	for (const draft of drafts) await until(draft, () => draft.isOpen);
	await bas.close();
	return { rooms, drafts: drafts.slice(0, 2).map(({ text }) => text), reader };
}

/** Two plain documents that tell each other everything, a message a key. */
function plainPair() {
	const docs = [new Y.Doc(), new Y.Doc()] as const;
	let sent = 0;
	for (const [i, doc] of docs.entries()) {
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === 'other') return;
			sent += update.length + FRAME;
			Y.applyUpdate(docs[1 - i]!, update, 'other');
		});
	}
	return { docs, sent: () => sent };
}

function trafficOf(entries: Sized[], plain: number, presence: number): [string, number, number][] {
	const sum = (kind: Sized['kind'], of: 'message' | 'padding') =>
		entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry[of], 0);
	const padded = sum('edit', 'message');
	const states = sum('state', 'message');
	return [
		['plain Yjs, one message a key', plain, plain],
		['sealed, without its padding', padded - sum('edit', 'padding'), plain],
		['sealed, padded', padded, plain],
		['presence, sealed', presence, plain],
		['compacting', states, plain],
		['sealed, all together', padded + presence + states, plain]
	];
}
