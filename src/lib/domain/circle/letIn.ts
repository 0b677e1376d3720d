import { rolesOf } from '../access/standing.ts';
import { isBarred } from '../access/barred.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Participant } from './participant.ts';

/** Somebody at the door, or already inside, at a moment (milliseconds or Date). */
export type LetInInput = { candidate: Participant; by: Participant; byIsInside: boolean; now: Date | number };

/**
 * RM1: a member of the room lets in somebody who is on the circle's list and came. AC4 keeps some out whoever
 * opens. An interpreter or outside support person may be let in but opens for nobody: they are guests of the
 * room, not members. Nor does a central person who is outside: the rooms' keys are with those who are in.
 */
export function letIn(input: LetInInput): Outcome<null> {
	const now = Number(input.now);
	if (isBarred(input.candidate.hats) || isBarred(input.by.hats)) return refused('AC4');
	const member = rolesOf(input.by, now);
	const opens = input.byIsInside && (member.includes('centralPerson') || member.includes('circle'));
	const guest = rolesOf(input.candidate, now);
	const expected = (['centralPerson', 'circle', 'interpreter', 'outsideSupportPerson'] as const).some((role) =>
		guest.includes(role)
	);
	return opens && expected && input.by.id !== input.candidate.id ? allowed(null) : refused('RM1');
}
