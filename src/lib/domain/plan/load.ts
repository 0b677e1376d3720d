import type { Agreement } from './agreement.ts';

/** What one person carries and helps with, by number of the agreement. */
export type Load = { carries: number[]; helps: number[] };

/** AG4: who does how much, for the circle to see; in the order in which people first appear in the plan. */
export function loadOf(
	agreements: readonly Pick<Agreement, 'number' | 'responsible' | 'helpers'>[]
): Map<string, Load> {
	const loads = new Map<string, Load>();
	const of = (person: string) => loads.get(person) ?? loads.set(person, { carries: [], helps: [] }).get(person)!;
	for (const { number, responsible, helpers } of agreements) {
		if (responsible !== '') of(responsible).carries.push(number);
		for (const helper of helpers) if (helper !== responsible) of(helper).helps.push(number);
	}
	return loads;
}
