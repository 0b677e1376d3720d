import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';
import { represents, speaksForSelf } from './yes.ts';

/** What a no leaves behind: an order to erase everything held under this id, and nothing to tell of it. */
export type Erased = { erase: string };

/** PH1: a no has no consequence and erases what was held. One central person's no is enough. */
export function sayNo(
	conference: Conference,
	actor: Actor,
	input: { centralPerson: string }
): Outcome<Erased> {
	const open = enter('sayNo', conference, actor, 'application');
	if (!open.ok) return open;
	const asked = open.value.yeses.find((yes) => yes.centralPerson === input.centralPerson);
	if (!asked || (!speaksForSelf(asked, actor) && !represents(asked, actor))) return refused('PH1');
	return allowed({ erase: open.value.id });
}
