import { z } from 'zod';
import { type Outcome, allowed, refused } from '../outcome.ts';

/** Somebody who may coordinate, and what they declare for this one conference (CO1). */
export const Candidate = z.object({
	/** Participant id the coordinator has, or will have, in this conference. */
	id: z.string().min(1),
	organisation: z.string(),
	/** Says to be tied to none of the parties and none of their people. */
	declaresIndependence: z.boolean(),
	/** Participant ids the coordinator knows from elsewhere: family, friends, colleagues. */
	tiedTo: z.array(z.string())
});
export type Candidate = z.infer<typeof Candidate>;

/** Whoever takes part for an organisation: a setter, an information giver, a referrer. */
export type Party = { participant: string; organisation: string };

/**
 * CO1: whether this coordinator is independent of every party. Asked at the match and again whenever a party is
 * added. On refusal the party still comes (the family never loses a helper): offer another coordinator.
 */
export function independent(candidate: Candidate, parties: readonly Party[]): Outcome<null> {
	const own = sameName(candidate.organisation);
	const belongs = own !== '' && parties.some((party) => sameName(party.organisation) === own);
	const free = candidate.declaresIndependence && candidate.tiedTo.length === 0 && !belongs;
	return free ? allowed(null) : refused('CO1');
}

/** Organisations are typed by people: capitals and spaces make no difference. */
function sameName(organisation: string): string {
	return organisation.trim().toLowerCase().replace(/\s+/g, ' ');
}
