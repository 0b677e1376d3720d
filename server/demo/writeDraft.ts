import type * as Y from 'yjs';
import { editText } from '#lib/documents/editText.ts';
import { name, proseOf, removeItem } from '#lib/documents/itemList.ts';
import {
	addAgreement,
	addGoal,
	addPlanBLine,
	addStrength,
	planList,
	planText,
	readAgreements,
	setChoice,
	setRecipient
} from '#lib/documents/planDraft.ts';
import type { RecipientPart } from '#lib/domain/plan/content.ts';
import { cast, dayOf } from './cast.ts';
import type { Seeded } from './seedApplication.ts';

/** Who would be with the children on Sunday evening was left open in the first round. */
const SUNDAY = { agreement: 2, who: 'hulya', words: ', Hülya op zondag' };

/** Writes the plan as the circle had it when it presented for the first time. */
export function writeFirstRound(doc: Y.Doc, { people, requirements }: Seeded): void {
	const person = (who: string) => people[who]!;
	for (const { nl } of cast.strengths) addStrength(doc, nl);
	for (const { nl, direction } of cast.goals) addGoal(doc, nl, direction);
	const ids: Record<number, string> = {};
	for (const { n, what, when, check, req, responsible, helpers, carrier, schedule } of cast.agreements) {
		const isOpen = n === SUNDAY.agreement;
		ids[n] = addAgreement(doc, {
			what: isOpen ? what.replace(SUNDAY.words, '') : what,
			when,
			by: schedule.by_day === undefined ? '' : dayOf(schedule.by_day),
			check: person(check),
			requirements: req.map((label) => requirements[label]!),
			responsible: person(responsible),
			helpers: helpers.filter((who) => !(isOpen && who === SUNDAY.who)).map(person),
			carrier
		});
	}
	for (const { trigger, do: then, agreements } of cast.plan_b) {
		addPlanBLine(doc, { trigger, then, agreements: agreements.map((n) => ids[n]!) });
	}
	planText(doc, 'nightCall').insert(0, 'Bel Marleen. Neemt zij niet op, ga dan naar Joop. Joop heeft een sleutel.');
	setChoice(doc, 'contactPerson', person(cast.contact_person));
	setChoice(doc, 'deputy', person(cast.deputy_contact));
	setChoice(doc, 'reviewDate', dayOf(cast.review.day));
	const { whole, child_version: childVersion, own_agreements_only: ownAgreements } = cast.plan_recipients;
	for (const [part, names] of Object.entries({ whole, childVersion, ownAgreements })) {
		for (const who of names) setRecipient(doc, person(who), part as RecipientPart);
	}
}

/** Ten minutes later: Hülya sleeps at the children's on Sunday. */
export function writeSecondRound(doc: Y.Doc, { people }: Seeded): void {
	const { what } = cast.agreements.find(({ n }) => n === SUNDAY.agreement)!;
	rewrite(doc, SUNDAY.agreement, what);
	name(planList(doc, 'agreements'), idOf(doc, SUNDAY.agreement), 'helpers', people[SUNDAY.who]!, true);
}

/**
 * Three months later: what is done goes out, what turned out smaller is written down as it is, and they meet once
 * more. Our own continuation, for the case tells how it went and not what was agreed then.
 */
export function writeReview(doc: Y.Doc): void {
	removeItem(planList(doc, 'agreements'), idOf(doc, SUNDAY.agreement));
	rewrite(doc, 8, 'Yara en Hülya wandelen op dinsdag een half uur.');
	setChoice(doc, 'reviewDate', dayOf(2 * cast.review.day));
}

function idOf(doc: Y.Doc, wanted: number): string {
	return readAgreements(doc).items.find(({ number }) => number === wanted)!.id;
}

function rewrite(doc: Y.Doc, agreement: number, words: string): void {
	editText(proseOf(planList(doc, 'agreements'), idOf(doc, agreement), 'what')!, words);
}
