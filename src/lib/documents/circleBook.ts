import * as Y from 'yjs';
import { z } from 'zod';
import { Prose, Word } from './draftText.ts';
import { addItem, readItems, type ItemList, type ReadList } from './itemList.ts';
import { BY_HAND } from './origin.ts';

/*
 * The inner document of `book`, the kringboek: what stays with the circle between and after gatherings.
 *
 *   Y.Doc
 *   ├─ board      list   { text: prose, by, written }
 *   ├─ keptNotes  Y.Map  name of a gathering → its notes as text, where the circle chose to keep them
 *   └─ gatherings Y.Map  name → until when its own document is kept (ISO 8601), empty while that is not known
 */
export const BoardPost = z.object({
	id: Word,
	text: Prose,
	/** Participant id. Said by the device, not proven. */
	by: Word,
	/** ISO 8601, by the writer's clock. */
	written: z.iso.datetime()
});
export type BoardPost = z.infer<typeof BoardPost>;

export function boardList(doc: Y.Doc): ItemList {
	return doc.getMap('board') as ItemList;
}

const GatheringName = z.string().regex(/^g[1-9][0-9]{0,2}$/);
const KeepUntil = z.union([z.iso.datetime(), z.literal('')]);

export function bookParts(doc: Y.Doc): Y.AbstractType<unknown>[] {
	return [boardList(doc), doc.getMap('keptNotes')] as Y.AbstractType<unknown>[];
}

export function readBoard(doc: Y.Doc): ReadList<BoardPost> {
	return readItems(boardList(doc), BoardPost);
}

/** Returns the new post's id; `written` comes from the clock port. */
export function addBoardPost(doc: Y.Doc, { text, by, written }: Omit<BoardPost, 'id'>): string {
	return addItem(boardList(doc), { prose: { text }, chosen: { by, written } });
}

/** The notes kept of a gathering, or null where its document ends with everything in it (RT1). */
export function readKeptNotes(doc: Y.Doc, gathering: string): string | null {
	const notes = doc.getMap('keptNotes').get(gathering);
	return typeof notes === 'string' ? notes : null;
}

export function keepNotes(doc: Y.Doc, gathering: string, notes: string): void {
	doc.transact(() => doc.getMap('keptNotes').set(gathering, notes), BY_HAND);
}

/** The gatherings that have a document of their own, with until when it is kept: null while that is not known. */
export function listedGatherings(doc: Y.Doc): Map<string, Date | null> {
	const read = [...doc.getMap('gatherings')].flatMap(([name, until]) => {
		const [gathering, date] = [GatheringName.safeParse(name), KeepUntil.safeParse(until)];
		return gathering.success ? [[name, date.success && date.data ? new Date(date.data) : null] as const] : [];
	});
	return new Map(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Notes down that a gathering has a document; nothing where that stands there already. */
export function listGathering(doc: Y.Doc, gathering: string): void {
	if (!doc.getMap('gatherings').has(gathering)) setGatheringEnd(doc, gathering, null);
}

/** Until when a gathering's document is kept (RT1). */
export function setGatheringEnd(doc: Y.Doc, gathering: string, until: Date | null): void {
	doc.transact(() => doc.getMap('gatherings').set(gathering, until?.toISOString() ?? ''), BY_HAND);
}
