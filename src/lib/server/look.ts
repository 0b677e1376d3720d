import { z } from 'zod';
import type { OpenConference } from './conference.ts';
import { rowsOf } from './rows.ts';

/** What a setter saw when looking whether a requirement is met, per version (BL5, BL6). */
export const Look = z.object({
	id: z.string(),
	version: z.string(),
	requirement: z.string(),
	setter: z.string(),
	result: z.enum(['met', 'notYet']),
	reason: z.string(),
	then: z.string()
});
export type Look = z.infer<typeof Look>;

/** "Nog niet" needs a reason; PocketBase refuses it too. */
export const NewLook = z
	.object({
		version: z.string().min(1),
		requirement: z.string().min(1),
		result: z.enum(['met', 'notYet']),
		reason: z.string().trim().max(2000, 'tooLong').default(''),
		then: z.string().trim().max(2000, 'tooLong').default('')
	})
	.refine((look) => look.result === 'met' || look.reason !== '', { path: ['reason'], message: 'BL5' });

/** All looks the asking person may see, of every round. */
export async function listLooks(at: OpenConference): Promise<Look[]> {
	return (await rowsOf(at, 'looks')).map((row) => Look.parse(row));
}

/** Keeps what the setter saw; looking again replaces it within the same round. */
export async function look(at: OpenConference, seen: z.infer<typeof NewLook>): Promise<void> {
	const before = (await listLooks(at)).find(
		({ version, requirement }) => version === seen.version && requirement === seen.requirement
	);
	const row = { conference: at.id, setter: at.me?.id, ...seen };
	if (before) await at.pb.collection('looks').update(before.id, { result: seen.result, reason: seen.reason, then: seen.then });
	else await at.pb.collection('looks').create(row);
}
