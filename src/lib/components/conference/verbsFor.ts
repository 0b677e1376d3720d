import type { Role } from '#lib/domain/access/role.ts';
import type { Phase } from '#lib/domain/conference/phase.ts';
import { type Verb, VERBS } from '#lib/domain/conference/verbs.ts';

/** Which of these verbs of the method are theirs in this phase, before any precondition of their own. */
export function verbsFor<V extends Verb>(roles: readonly Role[], phase: Phase | undefined, among: readonly V[]): V[] {
	const isOpen = (move: { from: readonly string[]; roles: readonly string[] }) =>
		phase !== undefined && move.from.includes(phase) && roles.some((role) => move.roles.includes(role));
	return among.filter((verb) => VERBS[verb].moves.some(isOpen));
}
