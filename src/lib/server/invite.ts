import type { Words } from '#lib/i18n/nl.ts';
import { qrOf, type QrPicture } from '#lib/qr.ts';
import { makeCode } from './code.ts';
import type { OpenConference } from './conference.ts';
import { sendMail } from './mail.ts';

/** What came of an invitation: a code to hand over or print, and whether a mail left too. */
export type Invited = {
	name: string;
	code: string;
	link: string;
	qr: QrPicture;
	mailed: boolean;
	/** Waits until the person or somebody of the circle releases it (IN3). */
	heldBack: boolean;
	/** The letter to a central person says something else: it is theirs. */
	central: boolean;
};

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
	const isOpen = person?.state === 'asked' || person?.state === 'joined';
	if (!person || !isOpen || !mayInvite(conference)) return undefined;
	const heldBack = person.account !== '';
	const code = await makeCode('invitation', { participant, conference: conference.id }, heldBack);
	const mail = heldBack ? '' : await mailOf(conference, participant);
	const central = person.hats.some((hat) => hat.kind === 'centralPerson' && !hat.ended);
	return handOver({ name: person.name, code, mail, heldBack, central }, origin, words);
}

/** Makes the link and its picture, and mails the link where there is an address. */
export async function handOver(
	made: { name: string; code: string; mail: string; heldBack: boolean; central: boolean },
	origin: string,
	{ mails }: Words
): Promise<Invited> {
	const { mail, ...rest } = made;
	const link = `${origin}/in/${made.code}`;
	const text = mails.invitation(made.name, link);
	const mailed = mail !== '' && (await sendMail({ to: mail, subject: mails.invitationSubject, text }));
	return { ...rest, link, qr: qrOf(link), mailed };
}

/** Codes are made by who organises: the coordinator, and after withdrawal the contact person (IN3, RV2). */
export function mayInvite({ standing, phase, me }: OpenConference): boolean {
	if (standing.roles.has('coordinator')) return phase !== 'followThrough' && phase !== 'closed';
	if (phase === 'application') return me?.hats.some((hat) => hat.kind === 'referrer' && !hat.ended) ?? false;
	return phase === 'followThrough' && (standing.roles.has('contactPerson') || standing.roles.has('centralPerson'));
}

async function mailOf({ pb }: OpenConference, participant: string): Promise<string> {
	const filter = pb.filter('participant = {:participant}', { participant });
	const contact = await pb.collection('contacts').getFirstListItem(filter).catch(() => undefined);
	return (contact?.mail as string | undefined) ?? '';
}
