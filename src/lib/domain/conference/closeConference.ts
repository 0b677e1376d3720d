import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** The circle closes what it opened, with a plan behind it; not while some of them sit in a gathering (PH8). */
export function closeConference(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = enter('closeConference', conference, actor, 'followThrough');
	if (!open.ok) return open;
	if (open.value.gathering.state !== 'none') return refused('PH8');
	return allowed({ id: open.value.id, phase: 'closed', outcome: 'plan' });
}
