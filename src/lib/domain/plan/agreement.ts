import { z } from 'zod';
import { Carrier } from './carrier.ts';
import { PLAN_LIMITS as most } from './limits.ts';

const id = z.string().max(most.id);

/** AG1: one agreement. Only what a person wrote is text; people and requirements are ids. */
export const Agreement = z.object({
	/** Its number in the plan, from 1; the same agreement keeps it from version to version. */
	number: z.number().int().min(1).max(9999),
	what: z.string().trim().max(most.point),
	/** One responsible person; empty while nobody took it on. */
	responsible: id,
	helpers: z.array(id).max(most.named),
	/** By when, until when or how often, in their own words. */
	when: z.string().trim().max(most.words),
	/** The day it should be done by, `2027-02-01`; empty where it goes on. Only this makes "late" (AG3). */
	by: z.union([z.literal(''), z.iso.date()]),
	/** Who checks; empty when nobody does. */
	check: id,
	/** Ids of the requirements it answers (BL4). */
	requirements: z.array(id).max(most.named),
	/** What happens if it does not work out. */
	ifNot: z.string().trim().max(most.point),
	carrier: Carrier
});
export type Agreement = z.infer<typeof Agreement>;

/** Everybody an agreement needs a yes from: who carries it and who helps, each once. */
export function takersOf(agreement: Pick<Agreement, 'responsible' | 'helpers'>): string[] {
	return [...new Set([agreement.responsible, ...agreement.helpers])].filter((one) => one !== '');
}

/** Whether it concerns this person: carries, helps or checks it, or set a requirement that it answers. */
export function concerns(
	agreement: Pick<Agreement, 'responsible' | 'helpers' | 'check' | 'requirements'>,
	participant: string,
	requirementsSet: ReadonlySet<string>
): boolean {
	if (participant === '') return false;
	return (
		takersOf(agreement).includes(participant) ||
		agreement.check === participant ||
		agreement.requirements.some((requirement) => requirementsSet.has(requirement))
	);
}
