import { rolesOf } from '../access/standing.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Participant } from './participant.ts';

/**
 * RV2: the contact person hands over the role, or a central person names another at any time. CO2: it goes to
 * somebody of the circle, never to a coordinator. Answers the id of the new contact person.
 */
export function nameContactPerson(next: Participant, by: Participant, now: Date | number): Outcome<string> {
	const worn = rolesOf(next, Number(now));
	if (next.hats.some((hat) => hat.kind === 'coordinator')) return refused('CO2');
	const roles = rolesOf(by, Number(now));
	const may = roles.includes('centralPerson') || roles.includes('contactPerson');
	const ofCircle = worn.includes('circle') || worn.includes('centralPerson');
	return may && ofCircle ? allowed(next.id) : refused('RV2');
}
