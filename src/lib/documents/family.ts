import type * as Y from 'yjs';
import { z } from 'zod';
import { Prose, Word } from './draftText.ts';
import { addItem, readItems, type ItemList, type ReadList } from './itemList.ts';

/*
 * The plain document `family`: what the family brings. Professionals get the question alone, as a projection
 * that the server makes of the text named `question` (AC6).
 *
 *   Y.Doc
 *   ├─ question   Y.Text
 *   ├─ strengths  list { text: prose }
 *   ├─ worries    list { text: prose }
 *   └─ ifNoPlan   Y.Text
 */
const LISTS = ['strengths', 'worries'] as const;
const TEXTS = ['question', 'ifNoPlan'] as const;
export type FamilyList = (typeof LISTS)[number];
export type FamilyText = (typeof TEXTS)[number];

export const FamilyPoint = z.object({ id: Word, text: Prose });
export type FamilyPoint = z.infer<typeof FamilyPoint>;

export function familyText(doc: Y.Doc, text: FamilyText): Y.Text {
	return doc.getText(text);
}

export function familyList(doc: Y.Doc, list: FamilyList): ItemList {
	return doc.getMap(list) as ItemList;
}

export function familyParts(doc: Y.Doc): Y.AbstractType<unknown>[] {
	const parts = [...LISTS.map((list) => familyList(doc, list)), ...TEXTS.map((text) => familyText(doc, text))];
	return parts as Y.AbstractType<unknown>[];
}

export function readFamilyPoints(doc: Y.Doc, list: FamilyList): ReadList<FamilyPoint> {
	return readItems(familyList(doc, list), FamilyPoint);
}

/** Returns the new point's id. */
export function addFamilyPoint(doc: Y.Doc, list: FamilyList, text = ''): string {
	return addItem(familyList(doc, list), { prose: { text } });
}
