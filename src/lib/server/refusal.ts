import { ClientResponseError } from 'pocketbase';
import { allowed, refused, type Outcome, type RuleId } from '#lib/domain/outcome.ts';
import { RuleId as AnyRule } from '#lib/domain/rule.ts';

/**
 * The rule with which PocketBase itself refused, in a single write or anywhere in a transaction; undefined when
 * it named none (then it was forbidden, gone or changed meanwhile, which look alike: AC3). Faults are thrown on.
 */
export function ruleOf(error: unknown): RuleId | undefined {
	if (!(error instanceof ClientResponseError) || error.status === 0 || error.status >= 500) throw error;
	const named = /"rule":\{"code":"([A-Z]{2}\d)"/.exec(JSON.stringify(error.response));
	return AnyRule.safeParse(named?.[1]).data;
}

/**
 * Writes something, and answers with the rule where PocketBase refuses it; `unnamed` where it names none.
 */
export async function written(work: () => Promise<unknown>, unnamed: RuleId = 'AC3'): Promise<Outcome<null>> {
	try {
		await work();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? unnamed);
	}
}
