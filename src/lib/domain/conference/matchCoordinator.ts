import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { type Candidate, type Party, belongsToNone } from './independence.ts';
import { enter } from './verbs.ts';
import { isGiven } from './yes.ts';

/**
 * PH1: only after every central person's yes. CO1: only somebody who belongs to none of the parties; whoever is
 * matched declares so (`mayCoordinate`) before there is anything to organise.
 */
export function matchCoordinator(
	conference: Conference,
	actor: Actor,
	input: { candidate: Candidate; parties: readonly Party[] }
): Outcome<Conference> {
	const open = enter('matchCoordinator', conference, actor, 'application');
	if (!open.ok) return open;
	if (!open.value.yeses.every(isGiven)) return refused('PH1');
	const free = belongsToNone(input.candidate, input.parties);
	if (!free.ok) return free;
	return allowed({ id: open.value.id, phase: 'preparation', coordinator: input.candidate.id });
}
