import { type Outcome, allowed, refused } from '../outcome.ts';
import { copyForPresenting } from '../plan/copyForPresenting.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/**
 * PH4: the circle ends private time, by presenting, and nobody else can. Who is kept out of the room cannot
 * speak for it, whatever other hats they wear (AC4). The version presented is the next number; freeze what
 * `copyForPresenting` returns for the same content (PT2), never the content as it came.
 */
export function present(
	conference: Conference,
	actor: Actor,
	input: { content: unknown }
): Outcome<Conference> {
	const open = enter('present', conference, actor, 'privateTime');
	if (!open.ok) return open;
	if (actor.barred) return refused('PH4');
	const copy = copyForPresenting(input.content);
	if (!copy.ok) return copy;
	const { presented, ...kept } = open.value;
	return allowed({ ...kept, phase: 'presentation', version: presented + 1 });
}
