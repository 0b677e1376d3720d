import { type Outcome, allowed } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** PH5: the circle may go back to private time, any number of rounds. */
export function goBack(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = enter('goBack', conference, actor, 'presentation');
	if (!open.ok) return open;
	const { version, ...kept } = open.value;
	return allowed({ ...kept, phase: 'privateTime', round: kept.round + 1, presented: version });
}
