import { rolesOf } from '../access/standing.ts';
import { isBarred } from '../access/barred.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Participant } from './participant.ts';

/** How many members together may take somebody out. */
const TOGETHER = 2;

/**
 * RM2: takes somebody out: oneself always; another by a central person or by two members together; a central
 * person by nobody else. Nor does the list: whoever writes it alone takes nobody off it who is in the room (the same
 * is said by server/pocketbase/pb_hooks/lib/hats.js). Everybody sees that it happened; no reason is asked, kept or
 * shown.
 * @param by everybody who asks for it; the same person twice counts once. `now` in milliseconds or a Date.
 */
export function remove(
	person: Participant,
	by: readonly Participant[],
	now: Date | number
): Outcome<Participant> {
	const gone = allowed<Participant>({ ...person, state: 'removed' });
	if (by.some((one) => one.id === person.id)) return gone;
	if (rolesOf(person, Number(now)).includes('centralPerson')) return refused('RM2');
	const members = by
		.filter((one) => !isBarred(one.hats))
		.map((one) => ({ id: one.id, roles: rolesOf(one, Number(now)) }));
	const central = members.some((one) => one.roles.includes('centralPerson'));
	const circle = new Set(members.filter((one) => one.roles.includes('circle')).map((one) => one.id));
	return central || circle.size >= TOGETHER ? gone : refused('RM2');
}
