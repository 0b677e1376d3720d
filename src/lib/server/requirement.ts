import { z } from 'zod';
import type { OpenConference } from './conference.ts';

/** One requirement as PocketBase keeps it. `enteredRound` above 0: added once private time had begun (BL3). */
export const Requirement = z.object({
	id: z.string(),
	setter: z.string(),
	label: z.string(),
	text: z.string(),
	why: z.string(),
	test: z.string(),
	final: z.boolean(),
	lateReason: z.string(),
	replaces: z.string()
});
export type Requirement = z.infer<typeof Requirement>;

/** BL2: a result that can be seen, why, and how we see it. */
export const NewRequirement = z.object({
	label: z.string().trim().min(1, 'fillIn').max(20, 'tooLong'),
	text: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	why: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	test: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	lateReason: z.string().trim().max(2000, 'tooLong').default('')
});

/** The requirements the asking person may see, by label. */
export async function listRequirements({ pb, id }: OpenConference): Promise<Requirement[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('requirements').getFullList({ filter, sort: 'label', skipTotal: true });
	return rows.map((row) => Requirement.parse(row));
}

/** Adds one of the asking setter's own. Once private time has begun it is final at once and needs a reason. */
export async function addRequirement({ pb, id, me, phase }: OpenConference, wanted: z.infer<typeof NewRequirement>) {
	const final = phase !== 'preparation' && phase !== 'information';
	await pb.collection('requirements').create({ conference: id, setter: me?.id, ...wanted, final });
}

export async function makeFinal({ pb }: OpenConference, requirement: string): Promise<void> {
	await pb.collection('requirements').update(requirement, { final: true });
}
