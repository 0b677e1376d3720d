import { type Outcome, allowed } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { permitted } from './verbs.ts';

/** PH7: the family found its way while getting ready; a meeting is no longer needed. Theirs to say. */
export function planWithoutMeeting(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = permitted('planWithoutMeeting', conference.phase, actor);
	return open.ok ? allowed({ id: conference.id, phase: 'closed', outcome: 'planWithoutMeeting' }) : open;
}
