import type { Outcome } from '#lib/domain/outcome.ts';
import { refuse } from './form.ts';
import { ruleOf } from './refusal.ts';

/**
 * Does what a form asked for, where the method has a say: the page gets the rule that says no, the domain's or
 * PocketBase's, or that it is no longer possible. What was typed stays.
 */
export async function tryVerb(typed: Record<string, unknown>, work: () => Promise<Outcome<unknown>>) {
	try {
		const outcome = await work();
		return outcome.ok ? { saved: true as const } : refuse(typed, {}, outcome.rule, 409);
	} catch (error) {
		return refuse(typed, {}, ruleOf(error) ?? 'gone', 409);
	}
}
