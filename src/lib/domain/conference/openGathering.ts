import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** PH8: the circle meets again by itself. The version in force and its statuses stay in force meanwhile. */
export function openGathering(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = enter('openGathering', conference, actor, 'followThrough');
	if (!open.ok) return open;
	if (open.value.gathering.state !== 'none') return refused('PH8');
	const number = open.value.gatherings + 1;
	return allowed({ ...open.value, gatherings: number, gathering: { state: 'private', number, round: 1 } });
}
