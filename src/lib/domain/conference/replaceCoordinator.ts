import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { type Candidate, type Party, belongsToNone } from './independence.ts';
import { enter } from './verbs.ts';

/** The next coordinator, and for each central person whether they said yes to this one. */
export type ReplaceCoordinatorInput = {
	candidate: Candidate;
	parties: readonly Party[];
	centralYeses: readonly boolean[];
};

/**
 * CO5: another coordinator, with every central person's yes. The old access ends as in CO3 when the next declares to
 * be independent (`mayCoordinate`): until then nobody is without.
 * After a withdrawal there is none to replace: one comes back only when invited (CO4).
 */
export function replaceCoordinator(
	conference: Conference,
	actor: Actor,
	input: ReplaceCoordinatorInput
): Outcome<Conference> {
	const open = enter(
		'replaceCoordinator', conference, actor,
		'preparation', 'information', 'privateTime', 'presentation', 'followThrough'
	);
	if (!open.ok) return open;
	if (open.value.coordinator === null) return refused('CO4');
	if (input.centralYeses.length === 0 || !input.centralYeses.every(Boolean)) return refused('CO5');
	const free = belongsToNone(input.candidate, input.parties);
	if (!free.ok) return free;
	return allowed({ ...open.value, coordinator: input.candidate.id });
}
