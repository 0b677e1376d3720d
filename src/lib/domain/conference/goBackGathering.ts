import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** PH8, as PH5 on the day: back among themselves, any number of rounds. */
export function goBackGathering(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = enter('goBackGathering', conference, actor, 'followThrough');
	if (!open.ok) return open;
	const { gathering } = open.value;
	if (gathering.state !== 'presenting') return refused('PH8');
	const { number, round } = gathering;
	return allowed({ ...open.value, gathering: { state: 'private', number, round: round + 1 } });
}
