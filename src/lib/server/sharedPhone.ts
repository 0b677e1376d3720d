import type { OpenConference } from './conference.ts';
import { rowsOf } from './rows.ts';

/** Phone numbers by participant, of those who ticked that others may have theirs (AC1). */
export async function sharedPhones(at: OpenConference): Promise<Record<string, string>> {
	const rows = (await rowsOf(at, 'shared_contacts')).filter(({ kind }) => kind === 'phone');
	return Object.fromEntries(rows.map((row) => [row.participant, row.value]));
}
