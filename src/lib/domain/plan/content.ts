import { z } from 'zod';
import { Agreement } from './agreement.ts';
import { PLAN_LIMITS as most } from './limits.ts';

const id = z.string().max(most.id);
const point = z.string().trim().max(most.point);

/** Progress, keeping what is good, or going down with support: each is a goal worth having (PL1). */
export const Direction = z.enum(['progress', 'stability', 'supportedDecline']);
export type Direction = z.infer<typeof Direction>;

export const Goal = z.object({ text: point, direction: Direction });
export type Goal = z.infer<typeof Goal>;

/** "If this happens, then …". */
export const PlanBLine = z.object({
	trigger: point,
	then: point,
	/** Numbers of the agreements it stands behind. */
	agreements: z.array(z.number().int().min(1)).max(most.agreements),
	/** Ids of the requirements it answers (BL4). */
	requirements: z.array(id).max(most.named)
});
export type PlanBLine = z.infer<typeof PlanBLine>;

/** How much of the plan somebody gets. */
export const RecipientPart = z.enum(['whole', 'childVersion', 'ownAgreements']);
export type RecipientPart = z.infer<typeof RecipientPart>;

/**
 * PL1: what a plan holds. Every part may be empty: free text alone is a plan. Unknown keys fall away when it
 * is read, and every text is a new copy (PT2).
 */
export const PlanContent = z.object({
	strengths: z.array(point).max(most.strengths),
	goals: z.array(Goal).max(most.goals),
	agreements: z
		.array(Agreement)
		.max(most.agreements)
		.refine((all) => new Set(all.map((one) => one.number)).size === all.length),
	planB: z.array(PlanBLine).max(most.planB),
	/** Whom to call at night, in their own words. */
	nightCall: point,
	/** Participant id; empty until named. */
	contactPerson: id,
	deputy: id,
	/** Who gets the plan and how much of it. */
	recipients: z.array(z.object({ participant: id, part: RecipientPart })).max(most.agreements),
	/** The day to meet again, `2027-04-17`; empty until chosen. */
	reviewDate: z.union([z.literal(''), z.iso.date()]),
	freeText: z.string().trim().max(most.freeText)
});
export type PlanContent = z.infer<typeof PlanContent>;

/** A plan in which nothing is written yet. */
export const EMPTY_PLAN: Readonly<PlanContent> = {
	strengths: [],
	goals: [],
	agreements: [],
	planB: [],
	nightCall: '',
	contactPerson: '',
	deputy: '',
	recipients: [],
	reviewDate: '',
	freeText: ''
};
