import { z } from 'zod';
import type { OpenConference } from './conference.ts';
import { rowsOf } from './rows.ts';

const Named = z.object({ participant: z.string(), name: z.string() });

/**
 * Names by participant: of everybody on the list, as far as the asking person may read it, and of who stands in
 * an agreement they may see. A promise is made to somebody, also where there is no list to look them up in.
 * RT2: names are looked up, never kept; who is not found is "iemand uit de kring".
 */
export async function namesIn(at: OpenConference): Promise<Record<string, string>> {
	const { people } = at;
	const names = Object.fromEntries(people.map((person) => [person.id, person.name]));
	if (people.length > 1) return names;
	for (const row of await rowsOf(at, 'agreement_names')) {
		const { participant, name } = Named.parse(row);
		names[participant] = name;
	}
	return names;
}
