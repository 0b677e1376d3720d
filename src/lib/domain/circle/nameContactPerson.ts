import { rolesOf } from '../access/standing.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import { needsRepresentative } from './age.ts';
import type { Participant } from './participant.ts';

/**
 * RV2: the contact person hands over the role, or a central person names another at any time. CO2: it goes to
 * a grown person of the circle who takes part, never to a coordinator. Answers the id of the new contact person.
 */
export function nameContactPerson(next: Participant, by: Participant, now: Date | number): Outcome<string> {
	if (next.hats.some((hat) => hat.kind === 'coordinator')) return refused('CO2');
	const roles = rolesOf(by, Number(now));
	const may = roles.includes('centralPerson') || roles.includes('contactPerson');
	return may && canKeepGoing(next, now) ? allowed(next.id) : refused('RV2');
}

/** Who may be contact person or deputy: a grown person of the circle who takes part. */
export function canKeepGoing(person: Participant, now: Date | number): boolean {
	const roles = rolesOf(person, Number(now));
	return (roles.includes('circle') || roles.includes('centralPerson')) && !needsRepresentative(person.age);
}
