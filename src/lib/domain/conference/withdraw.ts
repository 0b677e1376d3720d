import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** Today and, for the clock, the day from which it may act (coordinatorLeavesBy); both as `2027-02-13`. */
export type WithdrawInput = { today: string; dueOn: string };

/**
 * CO3: the coordinator leaves. The caller ends the hat (endHats), all unused codes and every open connection
 * in the same breath. The clock does it when the day for it has come, a coordinator at any time.
 */
export function withdraw(conference: Conference, actor: Actor, input: WithdrawInput): Outcome<Conference> {
	const open = enter('withdraw', conference, actor, 'followThrough');
	if (!open.ok) return open;
	if (open.value.coordinator === null) return refused('CO3');
	const isClock = actor.roles.has('clock');
	if (isClock ? input.today < input.dueOn : actor.id !== open.value.coordinator) return refused('CO3');
	return allowed({ ...open.value, coordinator: null });
}
