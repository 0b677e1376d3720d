import { z } from 'zod';
import { setRequirement } from '#lib/domain/requirement/setRequirement.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { actor } from './asDomain.ts';
import type { OpenConference } from './conference.ts';
import { written } from './refusal.ts';
import { rowsOf } from './rows.ts';

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
	enteredRound: z.number(),
	replaces: z.string()
});
export type Requirement = z.infer<typeof Requirement>;

/** BL2: a result that can be seen, why, and how we see it. */
export const NewRequirement = z.object({
	label: z.string().trim().min(1, 'fillIn').max(20, 'tooLong'),
	text: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	why: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	test: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong'),
	lateReason: z.string().trim().max(2000, 'tooLong').default(''),
	replaces: z.string().default('')
});
type Wanted = z.infer<typeof NewRequirement>;

/** The requirements the asking person may see, by label. */
export async function listRequirements(at: OpenConference): Promise<Requirement[]> {
	const found = (await rowsOf(at, 'requirements')).map((row) => Requirement.parse(row));
	return found.sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** BL3: once private time has begun one is only added or replaced, with a reason. */
export function isLateMoment({ phase }: OpenConference): boolean {
	return phase !== 'preparation' && phase !== 'information';
}

/** Adds one of the asking setter's own. Once private time has begun it is final at once and needs a reason. */
export async function addRequirement(at: OpenConference, wanted: Wanted): Promise<Outcome<null>> {
	const row = { ...wanted, setter: at.me?.id ?? '', final: isLateMoment(at) };
	const outcome = setRequirement({ ...row, id: 'new', enteredRound: 0 }, null, actor(at), { phase: at.phase, round: 0 });
	if (!outcome.ok) return outcome;
	return written(() => at.pb.collection('requirements').create({ ...row, conference: at.id }));
}

/** BL2: words it anew, until private time. Final stays final. */
export async function changeRequirement(at: OpenConference, id: string, { label, text, why, test }: Wanted): Promise<Outcome<null>> {
	const before = (await listRequirements(at)).find((one) => one.id === id);
	if (!before) return refused('AC3');
	const outcome = setRequirement({ ...before, label, text, why, test }, before, actor(at), { phase: at.phase, round: 0 });
	if (!outcome.ok) return outcome;
	return written(() => at.pb.collection('requirements').update(id, { label, text, why, test }));
}

export async function makeFinal({ pb }: OpenConference, requirement: string): Promise<Outcome<null>> {
	return written(() => pb.collection('requirements').update(requirement, { final: true }));
}

/** Until private time; after that it can only be replaced (BL3). */
export async function removeRequirement({ pb }: OpenConference, requirement: string): Promise<Outcome<null>> {
	return written(() => pb.collection('requirements').delete(requirement));
}
