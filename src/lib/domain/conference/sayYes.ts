import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';
import { represents, speaksForSelf } from './yes.ts';

/** For whom the yes is, and the wishes; empty leaves what was wished before. */
export type SayYesInput = { centralPerson: string; wishes: string };

/**
 * PH1: a central person's own yes and wishes. Below 16 a representative says it too, below 12 instead.
 * AC5: who sets requirements here cannot say it, also not as a representative.
 */
export function sayYes(conference: Conference, actor: Actor, input: SayYesInput): Outcome<Conference> {
	const open = enter('sayYes', conference, actor, 'application');
	if (!open.ok) return open;
	if (actor.setsRequirements) return refused('AC5');
	const asked = open.value.yeses.find((yes) => yes.centralPerson === input.centralPerson);
	if (!asked) return refused('PH1');
	const own = speaksForSelf(asked, actor);
	const representing = represents(asked, actor);
	if (!own && !representing) return refused('PH1');
	const said = { ...asked, own: asked.own || own, representativeSaid: asked.representativeSaid || representing };
	return allowed({
		...open.value,
		yeses: open.value.yeses.map((yes) => (yes === asked ? said : yes)),
		wishes: input.wishes.trim() || open.value.wishes
	});
}
