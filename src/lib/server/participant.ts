import { z } from 'zod';
import { HatKind } from '#lib/domain/circle/hat.ts';
import { makeCode } from './code.ts';
import { notFound, type OpenConference } from './conference.ts';
import { canMail, sendMail } from './mail.ts';
import type { Words } from '#lib/i18n/nl.ts';

/** Somebody new on the list. Professionals act for an organisation; the circle acts for itself. */
export const NewParticipant = z.object({
	name: z.string().trim().min(1, 'fillIn').max(60, 'tooLong'),
	relation: z.string().trim().max(200, 'tooLong').default(''),
	mail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default(''),
	hat: HatKind.extract(['circle', 'setter', 'informationGiver', 'interpreter', 'outsideSupportPerson']),
	organisation: z.string().trim().max(100, 'tooLong').default(''),
	capacity: z.string().trim().max(60, 'tooLong').default('')
});

/**
 * Puts somebody on the list, still to be asked. PocketBase refuses when the asking person may not, or when a
 * coordinator would be of the same organisation (CO1).
 */
export async function addParticipant({ pb, id }: OpenConference, person: z.infer<typeof NewParticipant>): Promise<string> {
	const { name, relation, mail, hat: kind, organisation, capacity } = person;
	const participant = await pb
		.collection('participants')
		.create({ conference: id, name, relation, state: 'asked' });
	await pb
		.collection('hats')
		.create({ participant: participant.id, conference: id, kind, organisation, capacity });
	if (mail) await pb.collection('contacts').create({ participant: participant.id, conference: id, mail });
	return participant.id;
}

/** Answers an invitation for oneself; declining ends what one could see. */
export async function answerInvitation({ pb, me }: OpenConference, state: 'joined' | 'declined'): Promise<void> {
	if (!me) return notFound(undefined);
	await pb.collection('participants').update(me.id, { state }).catch(notFound);
}

/** Takes somebody off the list (RM1, RM2: PocketBase knows who may). */
export async function removeParticipant({ pb }: OpenConference, participant: string): Promise<void> {
	await pb.collection('participants').update(participant, { state: 'removed' }).catch(notFound);
}

/** What came of an invitation: a code to hand over or print, and whether a mail left too. */
export type Invited = { name: string; code: string; link: string; mailed: boolean; heldBack: boolean };

/**
 * A code for one participant, once and replacing the one before (IN1, IN3). Whoever is in already, must release
 * it (or somebody of the circle): the organiser must not be able to walk in as somebody else.
 */
export async function inviteParticipant(
	conference: OpenConference,
	participant: string,
	origin: string,
	words: Words
): Promise<Invited | undefined> {
	const person = conference.people.find(({ id }) => id === participant);
	if (!person || !mayInvite(conference)) return undefined;
	const heldBack = person.account !== '';
	const code = await makeCode('invitation', { participant, conference: conference.id }, heldBack);
	const link = `${origin}/in/${code}`;
	const mail = heldBack ? undefined : await mailOf(conference, participant);
	const mailed =
		mail !== undefined &&
		canMail() &&
		(await sendMail({
			to: mail,
			subject: words.mails.invitationSubject,
			text: words.mails.invitation(person.name, link)
		}));
	return { name: person.name, code, link, mailed, heldBack };
}

/** Codes are made by who organises: the coordinator, and after withdrawal the contact person (IN3, RV2). */
function mayInvite({ standing, phase, me }: OpenConference): boolean {
	if (standing.roles.has('coordinator')) return phase !== 'followThrough' && phase !== 'closed';
	if (phase === 'application') return me?.hats.some((hat) => hat.kind === 'referrer' && !hat.ended) ?? false;
	return phase === 'followThrough' && (standing.roles.has('contactPerson') || standing.roles.has('centralPerson'));
}

async function mailOf({ pb }: OpenConference, participant: string): Promise<string | undefined> {
	const filter = pb.filter('participant = {:participant}', { participant });
	const contact = await pb.collection('contacts').getFirstListItem(filter).catch(() => undefined);
	return contact?.mail || undefined;
}
