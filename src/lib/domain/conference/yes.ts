import { needsOwnYes, needsRepresentative } from '../circle/age.ts';
import type { Actor } from './actor.ts';
import type { CentralYes } from './conference.ts';

/** Whether everybody who has to say yes for this central person did: from 16 alone, 12–15 both, below the other. */
export function isGiven(yes: CentralYes): boolean {
	const own = yes.own || !needsOwnYes(yes.age);
	return own && (yes.representativeSaid || !needsRepresentative(yes.age));
}

/** Whether this actor's own word counts for this central person. */
export function speaksForSelf(yes: CentralYes, actor: Actor): boolean {
	return actor.id === yes.centralPerson && actor.roles.has('centralPerson') && needsOwnYes(yes.age);
}

/** Whether this actor is the one who represents this (young) central person. */
export function represents(yes: CentralYes, actor: Actor): boolean {
	return needsRepresentative(yes.age) && yes.representative !== '' && actor.id === yes.representative;
}
