import type { Words } from '#lib/i18n/nl.ts';
import { qrOf, type QrPicture } from '#lib/qr.ts';
import { addCode, makeCode } from './code.ts';
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
	const mail = heldBack ? '' : await mailOf(conference, participant);
	const central = person.hats.some((hat) => hat.kind === 'centralPerson' && !hat.ended);
	const by = conference.me?.id ?? '';
	return handOver({ id: participant, conference: conference.id, name: person.name, mail, heldBack, central, by }, origin, words);
}

type Invitee = { id: string; conference: string; name: string; mail: string; heldBack: boolean; central: boolean; by: string };

/**
 * Makes the code with its link and picture. Where there is an address, a link of its own is mailed there: whoever comes
 * in by that one has shown that the address is theirs.
 */
export async function handOver(invitee: Invitee, origin: string, { mails }: Words): Promise<Invited> {
	const { id: participant, conference, name, mail, heldBack, central, by } = invitee;
	const linkTo = (code: string) => `${origin}/in/${code}`;
	const code = await makeCode('invitation', { participant, conference }, { by, heldBack });
	const made = { name, code, heldBack, central, link: linkTo(code), qr: qrOf(linkTo(code)) };
	if (mail === '') return { ...made, mailed: false };
	const mailed = await addCode('invitation', { participant, conference }, { by, mailedTo: mail });
	const text = mails.invitation(name, linkTo(mailed));
	return { ...made, mailed: await sendMail({ to: mail, subject: mails.invitationSubject, text }) };
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
