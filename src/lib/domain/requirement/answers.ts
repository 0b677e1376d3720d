/** BL4: what in a plan answers one requirement: numbers of agreements, and places of plan-B lines from 0. */
export type Answers = { agreements: number[]; planB: number[] };

/** BL4: which agreements and plan-B lines answer it, in the plan's order. Works on a draft as it is typed. */
export function answersTo(
	requirement: string,
	plan: {
		agreements: readonly { number: number; requirements: readonly string[] }[];
		planB: readonly { requirements: readonly string[] }[];
	}
): Answers {
	return {
		agreements: plan.agreements
			.filter((agreement) => agreement.requirements.includes(requirement))
			.map((agreement) => agreement.number),
		planB: plan.planB.flatMap((line, place) => (line.requirements.includes(requirement) ? [place] : []))
	};
}
