import type { OpenConference } from './conference.ts';
import { asSuperuser } from './superuser.ts';

/**
 * A professional does not see the list (AC3), and still says about whom a topic is. So the names are typed, and
 * the program finds the family members who are called exactly that; it never offers names.
 */
type Named = { id: string; name: string };

/** The participants these names mean, or undefined when one of them means nobody, or more than one. */
export async function aboutWhom(conference: OpenConference, typed: string): Promise<string[] | undefined> {
	const names = typed.split(/,| en /).map(plain).filter(Boolean);
	const family = await familyOf(conference);
	const found = names.map((name) => family.filter((person) => plain(person.name) === name));
	if (!names.length || found.some((people) => people.length !== 1)) return undefined;
	return [...new Set(found.flat().map(({ id }) => id))];
}

/** The names behind one's own topics, which one typed oneself. */
export async function namesOf(conference: OpenConference, ids: readonly string[]): Promise<Record<string, string>> {
	if (!ids.length) return {};
	const family = await familyOf(conference);
	return Object.fromEntries(family.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]));
}

function familyOf({ id }: OpenConference): Promise<Named[]> {
	return asSuperuser('find whom a topic is about', async (pb) => {
		const ofFamily =
			"(hats_via_participant.kind ?= 'centralPerson' || hats_via_participant.kind ?= 'circle') && hats_via_participant.ended ?= false";
		const filter = pb.filter(`conference = {:id} && (state = 'asked' || state = 'joined') && ${ofFamily}`, { id });
		return pb.collection('participants').getFullList<Named>({ filter, fields: 'id,name', skipTotal: true });
	});
}

/** Capitals, accents and spaces make no difference: people type as they are used to. */
function plain(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase().replace(/\s+/g, ' ');
}
