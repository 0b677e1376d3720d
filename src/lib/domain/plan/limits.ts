/**
 * How long the parts of a plan may be, in characters (UTF-16 units) and in number. Wide enough for any family,
 * narrow enough that a broken or hostile device cannot flood the others.
 */
export const PLAN_LIMITS = {
	/** Ids of participants and requirements. */
	id: 64,
	/** A few words: when, label. */
	words: 300,
	/** One point: a strength, a goal, what an agreement says, what to do. */
	point: 2000,
	/** The whole plan as text. */
	freeText: 20_000,
	strengths: 50,
	goals: 30,
	agreements: 100,
	planB: 50,
	/** People or requirements named in one line. */
	named: 60
} as const;
