import { z } from 'zod';
import { grants } from '#lib/domain/access/access.ts';
import { HatKind } from '#lib/domain/circle/hat.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { newId } from './newId.ts';
import { expanded, notFound, type OpenConference } from './conference.ts';
import { Age } from './representative.ts';

/** Somebody new on the list. Professionals act for an organisation; the circle acts for itself. */
export const NewParticipant = z.object({
	name: z.string().trim().min(1, 'fillIn').max(60, 'tooLong'),
	relation: z.string().trim().max(200, 'tooLong').default(''),
	mail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default(''),
	hat: HatKind.extract(['circle', 'setter', 'informationGiver', 'interpreter', 'outsideSupportPerson']),
	organisation: z.string().trim().max(100, 'tooLong').default(''),
	capacity: z.string().trim().max(60, 'tooLong').default(''),
	/** Of a child: below 16 somebody else answers too. */
	age: Age
});

/**
 * Puts somebody on the list, still to be asked, whole or not at all. PocketBase refuses when the asking person
 * may not, or when a coordinator would be of the same organisation (CO1).
 */
export async function addParticipant(at: OpenConference, person: z.infer<typeof NewParticipant>): Promise<string> {
	const { name, relation, mail, hat: kind, organisation, capacity, age } = person;
	const row = { conference: at.id };
	const participant = newId();
	const batch = at.pb.createBatch();
	batch.collection('participants').create({ ...row, id: participant, name, state: 'asked' });
	batch.collection('participant_details').create({ ...row, participant, relation, age });
	batch.collection('hats').create({ ...row, participant, kind, organisation, capacity });
	if (mail && writesContacts(at)) batch.collection('contacts').create({ ...row, participant, mail });
	await batch.send();
	return participant;
}

/** Another hat for a professional who is on the list already. */
export const AnotherHat = z.object({
	hat: HatKind.extract(['setter', 'informationGiver']),
	capacity: z.string().trim().max(60, 'tooLong').default('')
});

/** Gives it for the organisation that person came for. PocketBase knows who may, and keeps the coordinator apart (CO1). */
export async function giveHat(at: OpenConference, person: Participant, more: z.infer<typeof AnotherHat>): Promise<void> {
	const organisation = person.hats.find((hat) => !hat.ended && hat.organisation)?.organisation ?? '';
	const { hat: kind, capacity } = more;
	await at.pb.collection('hats').create({ conference: at.id, participant: person.id, kind, organisation, capacity });
}

/** Whether the asking person may write how others are reached; the central person may not (AC1). */
export function writesContacts({ standing, phase }: OpenConference): boolean {
	return grants(standing, phase, 'contactData').some(({ level, portion }) => level === 'write' && portion !== 'own');
}

/** Answers an invitation for oneself; declining ends what one could see. */
export async function answerInvitation({ pb, me }: OpenConference, state: 'joined' | 'declined'): Promise<void> {
	if (!me) return notFound(undefined);
	await pb.collection('participants').update(me.id, { state }).catch(notFound);
}

/** IN2: passes on the answer of somebody who has no login. PocketBase knows who may, and writes down who did. */
export async function answerFor({ pb }: OpenConference, participant: string, state: 'asked' | 'joined' | 'declined'): Promise<void> {
	await pb.collection('participants').update(participant, { state });
}

/** Takes somebody off the list (RM2: PocketBase knows who may, and who is in the room). */
export async function removeParticipant({ pb }: OpenConference, participant: string): Promise<void> {
	await pb.collection('participants').update(participant, { state: 'removed' });
}

/** What the list says of one person beside name, state and hats; each part empty where the reader may not know it. */
export type OnList = { id: string; relation: string; takesPart: string; hasMail: boolean; answeredBy: string };

/** More about everybody on the list, by participant. One call, each row as far as the asking person may see it. */
export async function listDetails({ pb, id, people }: OpenConference): Promise<OnList[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const expand = 'participant_details_via_participant,contacts_via_participant';
	const rows = await pb.collection('participants').getFullList({ filter, expand, skipTotal: true });
	return rows.map((row) => {
		const [details] = expanded(row, 'participant_details_via_participant');
		const [contact] = expanded(row, 'contacts_via_participant');
		const answeredBy = people.find((person) => person.id === row.answeredBy)?.name ?? '';
		const { relation = '', takesPart = '' } = (details ?? {}) as { relation?: string; takesPart?: string };
		return { id: row.id, relation, takesPart, hasMail: Boolean(contact?.mail), answeredBy };
	});
}
