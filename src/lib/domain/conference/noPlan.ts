import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { permitted } from './verbs.ts';

/**
 * PH7: no plan was reached. The family says so itself. From private time only who may be in the room can,
 * for it would end private time (PH4).
 */
export function noPlan(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = permitted('noPlan', conference.phase, actor);
	if (!open.ok) return open;
	if (conference.phase === 'privateTime' && actor.barred) return refused('PH4');
	return allowed({ id: conference.id, phase: 'closed', outcome: 'noPlan' });
}
