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
 *   └─ keptNotes  Y.Map  name of a gathering → its notes as text, where the circle chose to keep them
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
