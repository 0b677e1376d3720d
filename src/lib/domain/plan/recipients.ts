import { type Agreement, takersOf } from './agreement.ts';
import type { PlanContent, RecipientPart } from './content.ts';

/** Somebody who gets the plan, and how much of it (PL1). */
export type Recipient = { participant: string; part: RecipientPart };

/**
 * PL3: to whom the released version goes. The circle's own choice counts; where it chose nobody, the family gets
 * the whole plan and everybody else who takes something on gets that.
 * @param family participants of the circle, each of whom may read the whole plan anyway
 */
export function recipientsOf(plan: PlanContent, family: readonly string[]): Recipient[] {
	if (plan.recipients.length > 0) return plan.recipients;
	const others = plan.agreements.flatMap(takersOf).filter((one) => !family.includes(one));
	return [
		...family.map((participant) => ({ participant, part: 'whole' }) as const),
		...[...new Set(others)].map((participant) => ({ participant, part: 'ownAgreements' }) as const)
	];
}

/** The plan as one recipient gets it: whole, only what they carry or help with, or short for a child. */
export function planFor(plan: PlanContent, { participant, part }: Recipient): PlanContent {
	if (part === 'whole') return plan;
	const theirs = plan.agreements.filter((agreement) => takersOf(agreement).includes(participant));
	if (part === 'childVersion') {
		return { ...plan, agreements: plan.agreements.map(inShort), planB: [], freeText: '', recipients: [] };
	}
	return {
		...plan,
		agreements: theirs,
		strengths: [],
		goals: [],
		planB: [],
		nightCall: '',
		contactPerson: '',
		deputy: '',
		recipients: [],
		reviewDate: '',
		freeText: ''
	};
}

/** For a child: what, who, and when. Not who checks, nor what a guardian asked, nor what if it fails. */
function inShort(agreement: Agreement): Agreement {
	return { ...agreement, check: '', requirements: [], ifNot: '' };
}
