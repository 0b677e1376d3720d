import type { RuleId } from './rule.ts';

export type { RuleId } from './rule.ts';

/** The rule that says no. Words for it are made where it is shown, never here. */
export type Refusal = { ok: false; rule: RuleId };

/** What the domain answers: the new value, or the rule that refuses it. */
export type Outcome<T> = { ok: true; value: T } | Refusal;

/** The method allows it, and this is what comes of it. */
export function allowed<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

/** The method refuses it, by this rule. */
export function refused(rule: RuleId): Refusal {
	return { ok: false, rule };
}
