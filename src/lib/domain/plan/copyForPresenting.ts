import { type Outcome, allowed, refused } from '../outcome.ts';
import { PlanContent } from './content.ts';

/**
 * PT2: the plan as it leaves the room: copied field by field, so that nothing comes along that the plan has no
 * place for: no operations, no authors, no times. Refused when it is no plan, too long, or says nothing (PL1).
 */
export function copyForPresenting(content: unknown): Outcome<PlanContent> {
	const read = PlanContent.safeParse(content);
	if (!read.success || !saysSomething(read.data)) return refused('PL1');
	return allowed(read.data);
}

/** One agreement, or text, is enough. Strengths and goals alone are not yet a plan. */
function saysSomething(plan: PlanContent): boolean {
	return plan.freeText !== '' || plan.agreements.some((agreement) => agreement.what !== '');
}
