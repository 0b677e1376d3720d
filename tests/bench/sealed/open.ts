import * as Y from 'yjs';
import { timerScheduler } from '../../../src/lib/sync/scheduler.ts';
import type { Table } from '../table.ts';
import { DRAFT, until, type Device } from './device.ts';
import { serverWith } from './size.ts';
import type { Copy, Written } from './write.ts';

const TIMES = 9;
const PADDING_STEP = 192;
const realTime = timerScheduler(() => performance.now());

/** What lies at the server. What of it is no entry are the marks that Yjs keeps of entries that were deleted. */
export function weighStored({ compacted, loose }: Written): Table {
	const rows = [compacted, loose].map(({ rooms, plain, entries }) => {
		const [, state] = [...rooms].find(([room]) => room.endsWith(`/${DRAFT}`))!;
		const doc = new Y.Doc();
		Y.applyUpdate(doc, state);
		const items = doc.getArray<Uint8Array>('log').toArray().reduce((sum, item) => sum + item.length, 0);
		const ofPlain = (bytes: number) => (bytes / plain.length).toFixed(2);
		const goal = `≤ ${((1.05 * plain.length + PADDING_STEP) / plain.length).toFixed(2)}`;
		const bytes = [plain.length, state.length, items, Y.encodeStateAsUpdateV2(doc).length];
		return [`${entries} entries`, ...bytes.map(String), ofPlain(state.length), ofPlain(bytes[3]!), entries < 10 ? goal : '–'];
	});
	const columns = ['log', 'plain B', 'sealed B', 'of which entries', 'on disk (V2)', '× plain', 'disk × plain', 'goal'];
	return { title: 'Stored', columns, rows };
}

/** From nothing but keys to the whole text on the page; the wire costs nothing here. */
export async function openCold({ compacted, loose, reader }: Written): Promise<Table> {
	const rows: string[][] = [];
	for (const [copy, goal] of [[compacted, 30], [loose, 150]] as const) {
		const plain: number[] = [];
		const sealed: number[] = [];
		for (let i = 0; i < TIMES; i++) {
			const start = performance.now();
			Y.applyUpdate(new Y.Doc(), copy.plain);
			plain.push(performance.now() - start);
			sealed.push(await timeOpening(reader, copy));
		}
		const times = [middle(plain), middle(sealed), middle(sealed) - middle(plain)];
		rows.push([`${copy.entries} entries`, ...times.map((time) => time.toFixed(1)), `≤ ${goal}`]);
	}
	const title = `Cold open after the same keys, median of ${TIMES}`;
	return { title, columns: ['log', 'plain ms', 'sealed ms', 'more ms', 'goal'], rows };
}

async function timeOpening(reader: Device, { rooms }: Copy): Promise<number> {
	const server = serverWith(rooms);
	const start = performance.now();
	const room = await reader.opens(server.connect(), realTime);
	const draft = await room.gathering(DRAFT);
	await until(draft, () => draft.isUpToDate && draft.text.getMap('strengths').size > 0);
	const took = performance.now() - start;
	await room.close();
	await reader.forgetsText(room, DRAFT);
	return took;
}

function middle(times: number[]): number {
	return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}
