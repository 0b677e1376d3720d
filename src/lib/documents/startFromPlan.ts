import * as Y from 'yjs';
import type { PlanContent } from '#lib/domain/plan/content.ts';
import { putItem, type Fields } from './itemList.ts';
import { BY_HAND } from './origin.ts';
import { planList, planText, setChoice, setRecipient, type PlanList } from './planDraft.ts';
import { editText } from './editText.ts';

/**
 * Writes a presented plan into an empty draft, so that the circle goes on from there (PH8). Agreements keep their
 * numbers. It is written by a hand that follows from the plan, stroke for stroke the same on every device: of two who
 * begin at once nothing stands there twice, and what either typed in it meanwhile stays.
 */
export function startFromPlan(doc: Y.Doc, plan: PlanContent): void {
	const start = new Y.Doc();
	start.clientID = handOf(plan);
	// Taken back before: those strokes are spent, so it is written once more by one's own hand.
	if (Y.getState(doc.store, start.clientID) > 0) return writePlan(doc, plan);
	writePlan(start, plan);
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(start), BY_HAND);
}

/** A Yjs client id, 32 bits, that no device chose: FNV-1a of the plan's words. */
function handOf(plan: PlanContent): number {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(JSON.stringify(plan))) hash = Math.imul(hash ^ byte, 0x01000193);
	return hash >>> 0;
}

function writePlan(doc: Y.Doc, plan: PlanContent): void {
	doc.transact(() => {
		const put = (list: PlanList, place: number, fields: Fields) =>
			putItem(planList(doc, list), idAt(list, place), { ...fields, at: place + 1 });
		plan.strengths.forEach((text, place) => put('strengths', place, { prose: { text } }));
		plan.goals.forEach(({ text, direction }, place) => put('goals', place, { prose: { text }, chosen: { direction } }));
		plan.agreements.forEach((agreement, place) => {
			const { number, what, when, ifNot, helpers, requirements, responsible, by, check, carrier } = agreement;
			const fields = { prose: { what, when, ifNot }, named: { helpers, requirements } };
			put('agreements', place, { ...fields, chosen: { responsible, by, check, carrier }, number });
		});
		plan.planB.forEach(({ trigger, then, agreements, requirements }, place) => {
			const ids = agreements.flatMap((number) => {
				const at = plan.agreements.findIndex((agreement) => agreement.number === number);
				return at < 0 ? [] : [idAt('agreements', at)];
			});
			put('planB', place, { prose: { trigger, then }, named: { agreements: ids, requirements } });
		});
		for (const text of ['nightCall', 'freeText'] as const) editText(planText(doc, text), plan[text]);
		for (const choice of ['contactPerson', 'deputy'] as const) setChoice(doc, choice, plan[choice]);
		for (const { participant, part } of plan.recipients) setRecipient(doc, participant, part);
	}, BY_HAND);
}

function idAt(list: PlanList, place: number): string {
	return `from-plan-${list}-${place}`;
}
