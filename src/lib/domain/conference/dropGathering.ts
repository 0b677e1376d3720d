import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/**
 * PH8: the circle was together and the plan stays as it was, or it met by mistake. From among themselves only: what
 * is being presented is taken back first. As PH4 says of the day, only who may be in the room ends it.
 */
export function dropGathering(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = enter('dropGathering', conference, actor, 'followThrough');
	if (!open.ok) return open;
	const { version, gathering } = open.value;
	if (gathering.state !== 'private' || actor.barred) return refused('PH8');
	return allowed({ ...open.value, presented: version, gathering: { state: 'none' } });
}
