import { z } from 'zod';
import { grants } from '#lib/domain/access/access.ts';
import { RecipientPart } from '#lib/domain/plan/content.ts';
import { recipientsOf, type Recipient } from '#lib/domain/plan/recipients.ts';
import type { Words } from '#lib/i18n/nl.ts';
import { withHat } from './asDomain.ts';
import type { OpenConference } from './conference.ts';
import { canMail, sendMail } from './mail.ts';
import type { PlanVersion } from './planVersion.ts';

/** PL3: that somebody got this version, how much of it, and how. Never when. */
export const Delivery = z.object({
	id: z.string(),
	version: z.string(),
	participant: z.string(),
	part: RecipientPart,
	how: z.enum(['mail', 'paper'])
});
export type Delivery = z.infer<typeof Delivery>;

/** Somebody the circle chose, whether they can be reached by mail, and whether they have it. */
export type Addressee = Recipient & { byMail: boolean; delivered: Delivery | undefined };

/** Whether the asking person brings the plan round: the coordinator, and the contact person. */
export function mayDeliver({ standing, phase }: OpenConference): boolean {
	return grants(standing, phase, 'presentedPlan').some(
		({ level, portion }) => level === 'write' && portion === 'delivering'
	);
}

/** Everybody to whom this version goes (PL3). Mail addresses stay here: the page learns only that there is one. */
export async function addresseesOf(at: OpenConference, version: PlanVersion): Promise<Addressee[]> {
	const [delivered, mails] = await Promise.all([listDeliveries(at), mailsOf(at)]);
	const family = withHat(at, 'centralPerson', 'circle');
	const place = ({ participant }: Recipient) => at.people.findIndex(({ id }) => id === participant);
	const inOrder = recipientsOf(version.content, family).toSorted((one, other) => place(one) - place(other));
	return inOrder.map((recipient) => ({
		...recipient,
		byMail: canMail() && mails.has(recipient.participant) && readsOnScreen(recipient, family, withHat(at, 'setter')),
		delivered: delivered.find((row) => row.version === version.id && row.participant === recipient.participant)
	}));
}

/** A mail is a link, and leads to as much as somebody may read; who was given more than that gets it on paper. */
function readsOnScreen({ participant, part }: Recipient, family: readonly string[], setters: readonly string[]): boolean {
	return part === 'ownAgreements' || family.includes(participant) || (part === 'whole' && setters.includes(participant));
}

/**
 * PL3: sends the released version, unchanged, to who has mail: a link, never its words. Whoever has it already is
 * left alone, so that pressing twice harms nobody. Answers how many mails left.
 */
export async function publishByMail(
	at: OpenConference,
	version: PlanVersion,
	say: { origin: string; words: Words }
): Promise<number> {
	const mails = await mailsOf(at);
	let sent = 0;
	for (const { participant, part, byMail, delivered } of await addresseesOf(at, version)) {
		const to = mails.get(participant);
		const person = at.people.find(({ id }) => id === participant);
		if (!byMail || delivered || !to || !person) continue;
		const link = `${say.origin}/conference/${at.id}/plan`;
		const { planSubject: subject, plan } = say.words.closing;
		if (!(await sendMail({ to, subject, text: plan(person.name, link) }))) continue;
		await write(at, version.id, { participant, part }, 'mail');
		sent += 1;
	}
	return sent;
}

/** Marks that somebody got it on paper, or takes that mark away. */
export async function markOnPaper(at: OpenConference, version: PlanVersion, participant: string): Promise<void> {
	const addressee = (await addresseesOf(at, version)).find((one) => one.participant === participant);
	if (!addressee) return;
	if (addressee.delivered) await at.pb.collection('deliveries').delete(addressee.delivered.id);
	else await write(at, version.id, addressee, 'paper');
}

/** What was brought round, as far as the asking person may see it. */
export async function listDeliveries({ pb, id }: OpenConference): Promise<Delivery[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('deliveries').getFullList({ filter, skipTotal: true });
	return rows.map((row) => Delivery.parse(row));
}

async function write({ pb, id }: OpenConference, version: string, to: Recipient, how: Delivery['how']): Promise<void> {
	const { participant, part } = to;
	await pb.collection('deliveries').create({ conference: id, version, participant, part, how });
}

/** Addresses by participant, of who can sign in with them, as far as the asking person may read them (AC1). */
async function mailsOf({ pb, id, people }: OpenConference): Promise<Map<string, string>> {
	const filter = pb.filter('conference = {:id} && mail != ""', { id });
	const rows = await pb.collection('contacts').getFullList({ filter, skipTotal: true });
	const signsIn = new Set(people.filter(({ account }) => account !== '').map((person) => person.id));
	return new Map(rows.filter((row) => signsIn.has(row.participant)).map((row) => [row.participant, row.mail]));
}
