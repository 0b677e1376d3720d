import type * as Y from 'yjs';
import { z } from 'zod';
import { Prose, Word } from './draftText.ts';
import { addItem, readItems, type ItemList, type ReadList } from './itemList.ts';
import { BY_HAND } from './origin.ts';

/*
 * The plain document `open`: what everybody who comes may read.
 *
 *   Y.Doc
 *   ├─ agenda      list { time: prose, what: prose, who: prose }
 *   ├─ houseRules  list { text: prose }
 *   ├─ place, travel, food, other   Y.Text each
 *   └─ practical   Y.Map  day, from
 */
const LISTS = ['agenda', 'houseRules'] as const;
const TEXTS = ['place', 'travel', 'food', 'other'] as const;
export type OpenList = (typeof LISTS)[number];
export type OpenText = (typeof TEXTS)[number];

export const AgendaPoint = z.object({ id: Word, time: Prose, what: Prose, who: Prose });
export type AgendaPoint = z.infer<typeof AgendaPoint>;

export const HouseRule = z.object({ id: Word, text: Prose });
export type HouseRule = z.infer<typeof HouseRule>;

const Practical = {
	/** `2027-01-16` */
	day: z.iso.date(),
	/** `13:00`, in the place where it is held */
	from: z.iso.time({ precision: -1 })
};
export type PracticalChoice = keyof typeof Practical;

export function openText(doc: Y.Doc, text: OpenText): Y.Text {
	return doc.getText(text);
}

export function openList(doc: Y.Doc, list: OpenList): ItemList {
	return doc.getMap(list) as ItemList;
}

export function openParts(doc: Y.Doc): Y.AbstractType<unknown>[] {
	const parts = [...LISTS.map((list) => openList(doc, list)), ...TEXTS.map((text) => openText(doc, text))];
	return [...parts, doc.getMap('practical')] as Y.AbstractType<unknown>[];
}

/** The day or the hour, or empty where none that can be read was chosen. */
export function readPractical(doc: Y.Doc, choice: PracticalChoice): string {
	const read = Practical[choice].safeParse(doc.getMap('practical').get(choice));
	return read.success ? read.data : '';
}

export function setPractical(doc: Y.Doc, choice: PracticalChoice, value: string): void {
	doc.transact(() => doc.getMap('practical').set(choice, value), BY_HAND);
}

export function readAgenda(doc: Y.Doc): ReadList<AgendaPoint> {
	return readItems(openList(doc, 'agenda'), AgendaPoint);
}

/** Returns the new point's id. */
export function addAgendaPoint(doc: Y.Doc, { time = '', what = '', who = '' } = {}): string {
	return addItem(openList(doc, 'agenda'), { prose: { time, what, who } });
}

export function readHouseRules(doc: Y.Doc): ReadList<HouseRule> {
	return readItems(openList(doc, 'houseRules'), HouseRule);
}

export function addHouseRule(doc: Y.Doc, text = ''): string {
	return addItem(openList(doc, 'houseRules'), { prose: { text } });
}
