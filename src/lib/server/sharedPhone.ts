import type { OpenConference } from './conference.ts';

/** Phone numbers by participant, of those who ticked that others may have theirs (AC1). */
export async function sharedPhones({ pb, id }: OpenConference): Promise<Record<string, string>> {
	const filter = pb.filter('conference = {:id} && kind = "phone"', { id });
	const rows = await pb.collection('shared_contacts').getFullList({ filter, skipTotal: true });
	return Object.fromEntries(rows.map((row) => [row.participant, row.value]));
}
