import { type Outcome, allowed } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { permitted } from './verbs.ts';

/** PH7: a central person may stop always and gives no reason; a coordinator only before information opens. */
export function stop(conference: Conference, actor: Actor): Outcome<Conference> {
	const open = permitted('stop', conference.phase, actor);
	return open.ok ? allowed({ id: conference.id, phase: 'closed', outcome: 'stopped' }) : open;
}
