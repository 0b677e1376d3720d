import { z } from 'zod';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';

const Named = z.object({ participant: z.string(), name: z.string() });

/**
 * Names by participant: of everybody on the list, as far as the asking person may read it, and of who stands in
 * an agreement they may see. A promise is made to somebody, also where there is no list to look them up in.
 * RT2: names are looked up, never kept; who is not found is "iemand uit de kring".
 */
export async function namesIn({ pb, id, people }: OpenConference): Promise<Record<string, string>> {
	const names = Object.fromEntries(people.map((person) => [person.id, person.name]));
	if (people.length > 1) return names;
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('agreement_names').getFullList({ filter, skipTotal: true }).catch(ruleOf);
	for (const row of Array.isArray(rows) ? rows : []) {
		const { participant, name } = Named.parse(row);
		names[participant] = name;
	}
	return names;
}
