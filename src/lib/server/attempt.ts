import { refuse } from './form.ts';
import { ruleOf } from './refusal.ts';

/**
 * Does what a form asked for. When PocketBase will not have it, the page says which rule that was, or that it is
 * no longer possible, and what was typed stays.
 */
export async function attempt(typed: Record<string, unknown>, work: () => Promise<unknown>) {
	try {
		await work();
		return { saved: true as const };
	} catch (error) {
		return refuse(typed, {}, ruleOf(error) ?? 'gone', 409);
	}
}
