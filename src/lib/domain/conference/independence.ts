import { z } from 'zod';
import { type Outcome, allowed, refused } from '../outcome.ts';

/** Somebody who may coordinate here (CO1). */
export const Candidate = z.object({
	/** Participant id the coordinator has, or will have, in this conference. */
	id: z.string().min(1),
	organisation: z.string()
});
export type Candidate = z.infer<typeof Candidate>;

/** What a candidate declares for this one conference, before organising anything in it. */
export type Declaration = Candidate & {
	/** Says to be tied to none of the parties and none of their people. */
	declaresIndependence: boolean;
	/** Participant ids the coordinator knows from elsewhere: family, friends, colleagues. */
	tiedTo: readonly string[];
};

/** Whoever takes part for an organisation: a setter, an information giver, a referrer. */
export type Party = { participant: string; organisation: string };

/**
 * CO1: whether this coordinator belongs to none of the parties. Asked at the match, and again whenever a party is
 * added. On refusal the party still comes (the family never loses a helper): offer another coordinator.
 */
export function belongsToNone(candidate: Candidate, parties: readonly Party[]): Outcome<null> {
	const own = sameName(candidate.organisation);
	const belongs = own !== '' && parties.some((party) => sameName(party.organisation) === own);
	return belongs ? refused('CO1') : allowed(null);
}

/** CO1: whether who was matched may begin: says to be tied to nobody, and belongs to none of the parties. */
export function mayCoordinate(said: Declaration, parties: readonly Party[]): Outcome<null> {
	if (!said.declaresIndependence || said.tiedTo.length > 0) return refused('CO1');
	return belongsToNone(said, parties);
}

/** Organisations are typed by people: capitals and spaces make no difference. */
function sameName(organisation: string): string {
	return organisation.trim().toLowerCase().replace(/\s+/g, ' ');
}
