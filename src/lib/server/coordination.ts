import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { needsOwnYes, needsRepresentative } from '#lib/domain/circle/age.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { mayCoordinate } from '#lib/domain/conference/independence.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { today } from './closing.ts';
import type { OpenConference } from './conference.ts';
import { written } from './refusal.ts';

/** Somebody else as coordinator: wished for, offered by the region manager, or come to nothing. */
export const CoordinatorChange = z.object({
	id: z.string(),
	conference: z.string(),
	state: z.enum(['wanted', 'offered', 'declined']),
	reason: z.enum(['ill', 'notIndependent', 'other']),
	/** Of whoever is offered; empty before. */
	name: z.string(),
	organisation: z.string()
});
export type CoordinatorChange = z.infer<typeof CoordinatorChange>;

/** The organisations that take part, by participant, as far as the asking person may see the list (CO1). */
const partiesOf = ({ people }: OpenConference) =>
	people.flatMap(({ id: participant, hats }) =>
		hats.filter((hat) => !hat.ended && hat.organisation && hat.kind !== 'coordinator').map(({ organisation }) => ({ participant, organisation }))
	);

/** CO1: whoever was matched declares to be independent here, and from then on coordinates. */
export async function declareIndependence(at: OpenConference, declaresIndependence: boolean): Promise<Outcome<null>> {
	const { me, pb } = at;
	if (!me || !at.standing.roles.has('candidate')) return refused('AC3');
	const organisation = me.hats.find((hat) => !hat.ended && hat.kind === 'coordinator')?.organisation ?? '';
	const said = { id: me.id, organisation, declaresIndependence, tiedTo: [] };
	const outcome = mayCoordinate(said, partiesOf(at));
	if (!outcome.ok) return outcome;
	return written(() => pb.collection('participants').update(me.id, { state: 'joined', independentOn: today() }));
}

/** What there is of another coordinator, for who may know it. */
export async function changeOf({ pb, id }: OpenConference): Promise<CoordinatorChange | undefined> {
	const filter = pb.filter('conference = {:id}', { id });
	const [row] = (await pb.collection('coordinator_changes').getList(1, 1, { filter, skipTotal: true })).items;
	return row && CoordinatorChange.parse(row);
}

/** CO1, CO5: asks the region manager for somebody else. */
export async function askForAnother(at: OpenConference, reason: CoordinatorChange['reason']): Promise<Outcome<null>> {
	if (!may(at.standing, at.phase, 'coordination', 'write')) return refused('AC3');
	const row = { conference: at.id, state: 'wanted', reason };
	return written(() => at.pb.collection('coordinator_changes').create(row));
}

export async function takeBackAsking({ pb }: OpenConference, change: string): Promise<Outcome<null>> {
	return written(() => pb.collection('coordinator_changes').delete(change));
}

/** CO5: the central persons whose yes to the one offered is the asking person's to say, and has not been said. */
export async function offerToAnswer(at: OpenConference, change: CoordinatorChange | undefined): Promise<Participant[]> {
	const { pb, people, me } = at;
	if (change?.state !== 'offered' || !me) return [];
	const filter = pb.filter('change = {:change} && by = {:me}', { change: change.id, me: me.id });
	const said = await pb.collection('coordinator_yeses').getFullList({ filter, skipTotal: true });
	return people.filter((person) => {
		const isCentral = person.hats.some(({ kind, ended }) => kind === 'centralPerson' && !ended);
		const own = person.id === me.id && needsOwnYes(person.age);
		const forThem = person.representative === me.id && needsRepresentative(person.age);
		return isCentral && (own || forThem) && !said.some((row) => row.centralPerson === person.id);
	});
}

/** CO5: says yes or no to whoever is offered, for oneself and for whom one answers. */
export async function answerOffer(at: OpenConference, answer: 'yes' | 'no'): Promise<Outcome<null>> {
	const change = await changeOf(at);
	const mine = await offerToAnswer(at, change);
	if (!change || !mine.length) return refused('CO5');
	for (const { id: centralPerson } of answer === 'no' ? mine.slice(0, 1) : mine) {
		const row = { conference: at.id, change: change.id, centralPerson, by: at.me?.id, answer };
		const outcome = await written(() => at.pb.collection('coordinator_yeses').create(row));
		if (!outcome.ok) return outcome;
	}
	return allowed(null);
}
