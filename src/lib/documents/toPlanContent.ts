import type * as Y from 'yjs';
import type { PlanContent } from '#lib/domain/plan/content.ts';
import { planText, readAgreements, readChoice, readGoals, readPlanB, readRecipients, readStrengths } from './planDraft.ts';

/** A day as the domain writes it; a half-typed one is left out rather than stopping the plan. */
function day(value: string): string {
	return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';
}

/**
 * The draft as plain data, copied field by field: none of the document's operations, authors or times come along,
 * and the notes stay behind (PT2). Empty lines are dropped. Whether it may be presented is for the domain's
 * `copyForPresenting` to say.
 */
export function toPlanContent(doc: Y.Doc): PlanContent {
	const agreements = readAgreements(doc).items.filter(({ what, responsible }) => what.trim() !== '' || responsible !== '');
	// On paper by number: those written at the same moment may stand otherwise in the draft.
	agreements.sort((a, b) => a.number - b.number);
	const numbers = new Map(agreements.map(({ id, number }) => [id, number]));
	return {
		strengths: readStrengths(doc).items.map(({ text }) => text.trim()).filter((text) => text !== ''),
		goals: readGoals(doc)
			.items.map(({ text, direction }) => ({ text: text.trim(), direction }))
			.filter(({ text }) => text !== ''),
		agreements: agreements.map((one) => ({
			number: one.number,
			what: one.what.trim(),
			responsible: one.responsible,
			helpers: one.helpers.filter((helper) => helper !== one.responsible),
			when: one.when.trim(),
			by: day(one.by),
			check: one.check,
			requirements: [...one.requirements],
			ifNot: one.ifNot.trim(),
			carrier: one.carrier
		})),
		planB: readPlanB(doc)
			.items.map((line) => ({
				trigger: line.trigger.trim(),
				then: line.then.trim(),
				agreements: line.agreements.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
				requirements: [...line.requirements]
			}))
			.filter(({ trigger, then }) => trigger !== '' || then !== ''),
		nightCall: planText(doc, 'nightCall').toString().trim(),
		contactPerson: readChoice(doc, 'contactPerson'),
		deputy: readChoice(doc, 'deputy'),
		recipients: readRecipients(doc).map(({ participant, part }) => ({ participant, part })),
		reviewDate: readChoice(doc, 'reviewDate'),
		freeText: planText(doc, 'freeText').toString().trim()
	};
}
