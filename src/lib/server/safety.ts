import { z } from 'zod';
import type { OpenConference } from './conference.ts';

/** A safety agreement: what, and who may know of it. */
export const SafetyAgreement = z.object({ id: z.string(), text: z.string(), named: z.array(z.string()) });
export type SafetyAgreement = z.infer<typeof SafetyAgreement>;

export const NewSafetyAgreement = z.object({
	text: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	'named[]': z.array(z.string().min(1)).default([])
});

/** The agreements that name the asking person; all of them for the coordinator. */
export async function listSafety({ pb, id }: OpenConference): Promise<SafetyAgreement[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('safety_agreements').getFullList({ filter, skipTotal: true });
	return rows.map((row) => SafetyAgreement.parse(row));
}

export async function addSafety({ pb, id }: OpenConference, wanted: z.infer<typeof NewSafetyAgreement>): Promise<void> {
	await pb.collection('safety_agreements').create({ conference: id, text: wanted.text, named: wanted['named[]'] });
}

export async function removeSafety({ pb }: OpenConference, agreement: string): Promise<void> {
	await pb.collection('safety_agreements').delete(agreement);
}
