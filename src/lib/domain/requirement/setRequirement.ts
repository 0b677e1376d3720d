import type { Actor } from '../conference/actor.ts';
import type { Phase } from '../conference/phase.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import { Requirement } from './requirement.ts';

/** When it is set: the phase, and the round of private time (0 before the first). */
export type Moment = { phase: Phase; round: number };

/**
 * BL2, BL3: a setter writes an own requirement, complete with why and test once final. From private time on
 * one can only be added or replaced: final at once, with a reason, and marked by the round it came in.
 * `before` is the stored one when this is a change; only in preparation and information can there be one.
 */
export function setRequirement(
	wanted: Requirement,
	before: Requirement | null,
	actor: Actor,
	at: Moment
): Outcome<Requirement> {
	const read = Requirement.safeParse(wanted);
	if (!read.success) return refused('BL2');
	const requirement = read.data;
	const own = actor.roles.has('setter') && actor.id === requirement.setter;
	if (!own || (before !== null && before.setter !== actor.id)) return refused('BL2');
	if (requirement.final && (requirement.why === '' || requirement.test === '')) return refused('BL2');
	if (at.phase === 'preparation' || at.phase === 'information') {
		return allowed({ ...requirement, lateReason: '', enteredRound: 0 });
	}
	if (at.phase === 'application' || at.phase === 'closed') return refused('BL3');
	const addsWithReason = before === null && requirement.final && requirement.lateReason !== '';
	return addsWithReason ? allowed({ ...requirement, enteredRound: Math.max(1, at.round) }) : refused('BL3');
}
