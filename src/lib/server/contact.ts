import type { RecordModel } from 'pocketbase';
import { z } from 'zod';
import type { OpenConference } from './conference.ts';
import { rowsOf } from './rows.ts';

const tick = z.literal('on').optional().transform(Boolean);

/** How somebody is reached, and which of it the circle may see (AC1), as a form sends it. */
export const ContactForm = z.object({
	mail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default(''),
	phone: z.string().trim().max(40, 'tooLong').default(''),
	address: z.string().trim().max(400, 'tooLong').default(''),
	shareMail: tick,
	sharePhone: tick,
	shareAddress: tick
});
export type Contact = z.infer<typeof ContactForm>;

/** What is kept of one participant, as far as the asking person may see it; empty fields when there is nothing. */
export async function contactOf({ pb }: OpenConference, participant: string): Promise<Contact> {
	const row = await rowOf(pb, participant);
	const { mail = '', phone = '', address = '' } = (row ?? {}) as Partial<Contact>;
	const ticked = (name: string) => Boolean(row?.[name]);
	const share = { shareMail: ticked('shareMail'), sharePhone: ticked('sharePhone'), shareAddress: ticked('shareAddress') };
	return { mail, phone, address, ...share };
}

/**
 * Keeps it. Of somebody with a login nobody else writes the mail address (IN3) or the ticks (AC1): those stay as
 * they are.
 */
export async function saveContact({ pb, id, me }: OpenConference, participant: { id: string; account: string }, contact: Contact) {
	const { phone, address } = contact;
	const isTheirs = participant.id === me?.id || participant.account === '';
	const fields = isTheirs ? contact : { phone, address };
	const before = await rowOf(pb, participant.id);
	if (before) await pb.collection('contacts').update(before.id, fields);
	else await pb.collection('contacts').create({ conference: id, participant: participant.id, ...fields });
}

/** What people ticked for the circle to see. */
const Shared = z.object({ participant: z.string(), kind: z.enum(['mail', 'phone', 'address']), value: z.string() });
export type Shared = z.infer<typeof Shared>;

/** AC1: the contact data of others that they ticked; PocketBase holds nothing else ready for the asking person. */
export async function listShared(at: OpenConference): Promise<Shared[]> {
	return (await rowsOf(at, 'shared_contacts')).map((row) => Shared.parse(row));
}

async function rowOf(pb: OpenConference['pb'], participant: string): Promise<RecordModel | undefined> {
	const filter = pb.filter('participant = {:participant}', { participant });
	const rows = await pb.collection('contacts').getList(1, 1, { filter, skipTotal: true });
	return rows.items[0];
}
