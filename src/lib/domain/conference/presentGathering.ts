import { type Outcome, allowed, refused } from '../outcome.ts';
import { copyForPresenting } from '../plan/copyForPresenting.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** PH8, as PH4 on the day: only who may be in the room presents what was written there. */
export function presentGathering(
	conference: Conference,
	actor: Actor,
	input: { content: unknown }
): Outcome<Conference> {
	const open = enter('presentGathering', conference, actor, 'followThrough');
	if (!open.ok) return open;
	const { gathering, presented } = open.value;
	if (gathering.state !== 'private' || actor.barred) return refused('PH8');
	const copy = copyForPresenting(input.content);
	if (!copy.ok) return copy;
	const version = presented + 1;
	return allowed({
		...open.value,
		presented: version,
		gathering: { ...gathering, state: 'presenting', version }
	});
}
