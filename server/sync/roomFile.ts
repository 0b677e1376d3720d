import { rename, rm } from 'node:fs/promises';
import * as Y from 'yjs';
import { RoomLog, readRoomLog } from './roomLog.ts';

/**
 * The updates in a room's own file: a log of one batch. Kept in Yjs' second format, which is smaller (of a
 * compacted sealed room about half); everywhere else updates are in the first. None when there is no file; throws
 * when it is damaged.
 */
export async function readRoomFile(path: string): Promise<Uint8Array[]> {
	const found = await readRoomLog(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return { entries: [], torn: 0 };
		throw error;
	});
	if (found.torn) throw new Error(`${path} is damaged; put back a copy of it`);
	return found.entries.map(({ update }) => Y.convertUpdateFormatV2ToV1(update));
}

/** Replaces a room's file at once: whoever reads finds the old one or the new one, whole. */
export async function writeRoomFile(path: string, room: string, updates: Uint8Array[]): Promise<void> {
	const draft = `${path}.new`;
	await rm(draft, { force: true });
	const log = await RoomLog.create(draft);
	await log.append([{ room, update: merge(updates) }]).finally(() => log.close());
	await rename(draft, path);
}

/** One update for many, in the second format. Through a document, so that text deleted in the meantime is really gone. */
function merge(updates: Uint8Array[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update);
	});
	const merged = Y.encodeStateAsUpdateV2(doc);
	doc.destroy();
	return merged;
}
