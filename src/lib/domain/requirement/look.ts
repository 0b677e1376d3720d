import { z } from 'zod';
import type { Actor } from '../conference/actor.ts';
import type { Conference } from '../conference/conference.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Requirement } from './requirement.ts';

/** BL5, BL6: what the setter sees in one presented version: one look per requirement and round. */
export const Look = z.object({
	requirement: z.string().min(1),
	setter: z.string().min(1),
	/** Number of the version looked at; each round presents its own (BL6). */
	version: z.number().int().min(1),
	result: z.enum(['met', 'notYet']),
	/** Why not yet; needed then. */
	reason: z.string().trim().max(2000),
	/** What the setter will do if it stays so. */
	then: z.string().trim().max(2000)
});
export type Look = z.infer<typeof Look>;

/**
 * BL5: the setter of a final requirement looks at the version that is being presented, on the day or in a
 * gathering. "Not yet" needs a reason. Looking changes nothing in the plan and blocks nothing.
 */
export function look(
	conference: Conference,
	actor: Actor,
	requirement: Pick<Requirement, 'id' | 'setter' | 'final'>,
	wanted: Pick<Look, 'result' | 'reason' | 'then'>
): Outcome<Look> {
	const version = versionPresented(conference);
	const own = actor.roles.has('setter') && actor.id === requirement.setter;
	if (version === null || !own || !requirement.final) return refused('BL5');
	const read = Look.safeParse({ ...wanted, requirement: requirement.id, setter: actor.id, version });
	if (!read.success || (read.data.result === 'notYet' && read.data.reason === '')) return refused('BL5');
	return allowed(read.data);
}

/** The version on the table now; null while none is being presented. */
function versionPresented(conference: Conference): number | null {
	if (conference.phase === 'presentation') return conference.version;
	if (conference.phase !== 'followThrough' || conference.gathering.state !== 'presenting') return null;
	return conference.gathering.version;
}
