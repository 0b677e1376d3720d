import * as Y from 'yjs';
import { z } from 'zod';
import { Carrier } from '#lib/domain/plan/carrier.ts';
import { Direction, RecipientPart } from '#lib/domain/plan/content.ts';
import { addItem, readItems, type ItemList, type ReadList } from './itemList.ts';
import { Names, Prose, Word } from './draftText.ts';
import { BY_HAND } from './origin.ts';

/*
 * The inner document of one gathering, `g1`, `g2` …: the plan while it is being written, and what is noted
 * beside it. Lists are those of itemList.ts.
 *
 *   Y.Doc
 *   ├─ strengths   list  { text: prose }
 *   ├─ goals       list  { text: prose, direction }
 *   ├─ agreements  list  { number, what: prose, responsible, helpers: named, when: prose, by, check,
 *   │                      requirements: named, ifNot: prose, carrier }
 *   ├─ planB       list  { trigger: prose, then: prose, agreements: named (item ids), requirements: named }
 *   │              A line that somebody takes away is put aside, and can be taken back.
 *   ├─ nightCall   Y.Text
 *   ├─ freeText    Y.Text   part of the plan
 *   ├─ notes       Y.Text   never leaves the room
 *   ├─ recipients  Y.Map    participant → part
 *   └─ chosen      Y.Map    contactPerson, deputy, reviewDate
 */
const LISTS = ['strengths', 'goals', 'agreements', 'planB'] as const;
const TEXTS = ['nightCall', 'freeText', 'notes'] as const;
export type PlanList = (typeof LISTS)[number];
export type PlanText = (typeof TEXTS)[number];

export function planList(doc: Y.Doc, list: PlanList): ItemList {
	return doc.getMap(list) as ItemList;
}

export function planText(doc: Y.Doc, text: PlanText): Y.Text {
	return doc.getText(text);
}

function chosenOf(doc: Y.Doc): Y.Map<unknown> {
	return doc.getMap('chosen');
}

function recipientsOf(doc: Y.Doc): Y.Map<unknown> {
	return doc.getMap('recipients');
}

/** Everything that can be taken back (`undoByHand`). */
export function planParts(doc: Y.Doc): Y.AbstractType<unknown>[] {
	const parts = [...LISTS.map((list) => planList(doc, list)), ...TEXTS.map((text) => planText(doc, text))];
	return [...parts, chosenOf(doc), recipientsOf(doc)] as Y.AbstractType<unknown>[];
}

export const DraftStrength = z.object({ id: Word, text: Prose });
export type DraftStrength = z.infer<typeof DraftStrength>;

export const DraftGoal = z.object({ id: Word, text: Prose, direction: Direction });
export type DraftGoal = z.infer<typeof DraftGoal>;

export const DraftAgreement = z.object({
	id: Word,
	/** The number it was given; two written at the same moment may have the same one (`numberAgreements`). */
	number: z.number().int().min(1).max(9999),
	what: Prose,
	responsible: Word,
	helpers: Names,
	when: Prose,
	by: Word,
	check: Word,
	requirements: Names,
	ifNot: Prose,
	carrier: Carrier
});
export type DraftAgreement = z.infer<typeof DraftAgreement>;

export const DraftPlanBLine = z.object({ id: Word, trigger: Prose, then: Prose, agreements: Names, requirements: Names });
export type DraftPlanBLine = z.infer<typeof DraftPlanBLine>;

const Chosen = {
	contactPerson: Word,
	deputy: Word,
	/** Day to meet again, `2027-04-17`. */
	reviewDate: z.iso.date()
};
export type PlanChoice = keyof typeof Chosen;
/** One choice, or empty where nothing readable was chosen. */
export function readChoice(doc: Y.Doc, choice: PlanChoice): string {
	const read = Chosen[choice].safeParse(chosenOf(doc).get(choice));
	return read.success ? read.data : '';
}

/** Chooses; an empty value takes the choice back. */
export function setChoice(doc: Y.Doc, choice: PlanChoice, value: string): void {
	doc.transact(() => {
		if (value === '') chosenOf(doc).delete(choice);
		else chosenOf(doc).set(choice, value);
	}, BY_HAND);
}

/** Who gets how much of the plan, by participant id; what makes no sense is left out. */
export function readRecipients(doc: Y.Doc): { participant: string; part: RecipientPart }[] {
	const read = [...recipientsOf(doc)].map(([participant, part]) => ({ participant, part: RecipientPart.safeParse(part) }));
	return read
		.flatMap(({ participant, part }) => (part.success ? [{ participant, part: part.data }] : []))
		.sort((a, b) => (a.participant < b.participant ? -1 : 1));
}

/** Null: this person does not get the plan. */
export function setRecipient(doc: Y.Doc, participant: string, part: RecipientPart | null): void {
	doc.transact(() => {
		if (part === null) recipientsOf(doc).delete(participant);
		else recipientsOf(doc).set(participant, part);
	}, BY_HAND);
}

/** Which lines to read: those of the plan, or those that were put aside. */
export type Which = 'list' | 'aside';

export function readStrengths(doc: Y.Doc, which?: Which): ReadList<DraftStrength> {
	return readItems(planList(doc, 'strengths'), DraftStrength, which);
}

export function readGoals(doc: Y.Doc, which?: Which): ReadList<DraftGoal> {
	return readItems(planList(doc, 'goals'), DraftGoal, which);
}

/**
 * Agreements in order. Of two with one number the later in order shows the next free one: as each was given the
 * number after all its writer saw, there are no gaps, however many write at the same moment.
 */
export function readAgreements(doc: Y.Doc, which?: Which): ReadList<DraftAgreement> {
	const { items, unreadable } = readItems(planList(doc, 'agreements'), DraftAgreement, which);
	const taken = new Set<number>();
	const doubles = items.filter(({ number }) => taken.size === taken.add(number).size);
	for (const item of doubles) {
		while (taken.has(item.number)) item.number++;
		taken.add(item.number);
	}
	return { items, unreadable };
}

/** Writes the numbers down as they are shown. Before presenting: from then on a number stays with its agreement. */
export function numberAgreements(doc: Y.Doc): void {
	const list = planList(doc, 'agreements');
	doc.transact(() => {
		for (const { id, number } of readAgreements(doc).items) {
			if (list.get(id)!.get('number') !== number) list.get(id)!.set('number', number);
		}
	}, BY_HAND);
}

export function readPlanB(doc: Y.Doc, which?: Which): ReadList<DraftPlanBLine> {
	return readItems(planList(doc, 'planB'), DraftPlanBLine, which);
}

/** Returns the new item's id, as the functions below do. */
export function addStrength(doc: Y.Doc, text = ''): string {
	return addItem(planList(doc, 'strengths'), { prose: { text } });
}

export function addGoal(doc: Y.Doc, text = '', direction: Direction = 'progress'): string {
	return addItem(planList(doc, 'goals'), { prose: { text }, chosen: { direction } });
}

export type AgreementStart = Partial<Omit<DraftAgreement, 'id' | 'number'>>;

/** A new agreement with the next number; everything may still be empty, nothing is preselected (PT6). */
export function addAgreement(doc: Y.Doc, start: AgreementStart = {}): string {
	const { what = '', when = '', ifNot = '', helpers = [], requirements = [] } = start;
	const { responsible = '', by = '', check = '', carrier = '' } = start;
	const number = Math.max(0, ...readAgreements(doc).items.map((agreement) => agreement.number)) + 1;
	const fields = { prose: { what, when, ifNot }, named: { helpers, requirements } };
	return addItem(planList(doc, 'agreements'), { ...fields, chosen: { responsible, by, check, carrier }, number });
}

export type PlanBStart = Partial<Omit<DraftPlanBLine, 'id'>>;

export function addPlanBLine(doc: Y.Doc, start: PlanBStart = {}): string {
	const { trigger = '', then = '', agreements = [], requirements = [] } = start;
	return addItem(planList(doc, 'planB'), { prose: { trigger, then }, named: { agreements, requirements } });
}
