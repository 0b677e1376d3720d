import { z } from 'zod';
import { present } from '#lib/domain/conference/present.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { Agreement } from '#lib/domain/plan/agreement.ts';
import { PlanContent } from '#lib/domain/plan/content.ts';
import { copyForPresenting } from '#lib/domain/plan/copyForPresenting.ts';
import type { OpenConference } from './conference.ts';
import { actor, now } from './asDomain.ts';
import { ruleOf } from './refusal.ts';
import { newId } from './newId.ts';

/** A presented plan, frozen. */
export const PlanVersion = z.object({
	id: z.string(),
	number: z.number(),
	round: z.number(),
	content: PlanContent,
	textConfirmedBy: z.string().default('')
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** One agreement of a version, with the id that yes's and statuses hang on. */
export const KeptAgreement = Agreement.omit({ by: true, carrier: true }).extend({ id: z.string(), version: z.string() });
export type KeptAgreement = z.infer<typeof KeptAgreement>;

/** The plan presented last, as far as the asking person may see it whole; undefined when there is none for them. */
export async function presentedVersion({ pb, presented }: OpenConference): Promise<PlanVersion | undefined> {
	if (!presented) return undefined;
	const row = await pb.collection('plan_versions').getOne(presented).catch(ruleOf);
	return typeof row === 'object' ? PlanVersion.parse(row) : undefined;
}

/** The agreements of that version which the asking person may see, in their order. */
export async function listAgreements({ pb, presented }: OpenConference): Promise<KeptAgreement[]> {
	if (!presented) return [];
	const filter = pb.filter('version = {:presented}', { presented });
	const rows = await pb.collection('agreements').getFullList({ filter, sort: 'number', skipTotal: true });
	return rows.map((row) => KeptAgreement.parse(row));
}

/**
 * The circle presents (PH4): from now on also the operator can read this plan. Copied field by field (PT2); the
 * version, its agreements and the phase go in one transaction, or nothing does.
 */
export async function presentPlan(at: OpenConference, content: unknown): Promise<Outcome<null>> {
	const outcome = present(now(at), actor(at), { content });
	if (!outcome.ok) return outcome;
	const copy = copyForPresenting(content);
	if (!copy.ok) return copy;
	const version = newId();
	const batch = at.pb.createBatch();
	const plan = { id: version, conference: at.id, content: copy.value, wholeFor: wholeFor(copy.value) };
	batch.collection('plan_versions').create(plan);
	for (const agreement of copy.value.agreements) {
		batch.collection('agreements').create({ ...agreement, conference: at.id, version });
	}
	batch.collection('plan_versions').update(version, { frozen: true });
	batch.collection('conferences').update(at.id, { phase: 'presentation' });
	try {
		await batch.send();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? 'PH4');
	}
}

function wholeFor(content: PlanContent): string[] {
	return content.recipients.filter(({ part }) => part === 'whole').map(({ participant }) => participant);
}
