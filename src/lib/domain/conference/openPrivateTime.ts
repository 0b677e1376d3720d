import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/**
 * PH3: private time opens once every requirement is final; none at all is a normal case (BL1).
 * It gets no end and no time-out: nothing here or elsewhere takes a duration.
 */
export function openPrivateTime(
	conference: Conference,
	actor: Actor,
	input: { requirements: readonly { final: boolean }[] }
): Outcome<Conference> {
	const open = enter('openPrivateTime', conference, actor, 'information');
	if (!open.ok) return open;
	if (!input.requirements.every((requirement) => requirement.final)) return refused('PH3');
	return allowed({ ...open.value, phase: 'privateTime', round: 1, presented: 0 });
}
