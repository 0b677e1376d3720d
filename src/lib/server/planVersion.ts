import { z } from 'zod';
import { grants } from '#lib/domain/access/access.ts';
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
	gathering: z.number().default(1),
	content: PlanContent,
	/** Who of the circle said that the text tells who does what (PH6); empty when nobody did. */
	textConfirmedBy: z.string().default(''),
	/** Setters with whom the circle shares the whole plan, and how it goes. */
	wholeFor: z.array(z.string()).default([]),
	statusFor: z.array(z.string()).default([])
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** One agreement of a version, with the id that yes's and statuses hang on. */
export const KeptAgreement = Agreement.omit({ by: true, carrier: true }).extend({
	id: z.string(),
	version: z.string(),
	by: z.string().default('')
});
export type KeptAgreement = z.infer<typeof KeptAgreement>;

/** The plan presented last, as far as the asking person may see it whole; undefined when there is none for them. */
export async function presentedVersion({ pb, presented }: OpenConference): Promise<PlanVersion | undefined> {
	if (!presented) return undefined;
	const row = await pb.collection('plan_versions').getOne(presented).catch(ruleOf);
	return typeof row === 'object' ? PlanVersion.parse(row) : undefined;
}

/** Every version the asking person may read whole, oldest first (VE1). */
export async function listVersions({ pb, id }: OpenConference): Promise<PlanVersion[]> {
	const filter = pb.filter('conference = {:id} && frozen = true', { id });
	const rows = await pb.collection('plan_versions').getFullList({ filter, sort: 'number', skipTotal: true });
	return rows.map((row) => PlanVersion.parse(row));
}

/**
 * Id of the version that is carried out: the one presented last, or while a gathering presents, the one before
 * that gathering (PH8). Who may not know of gatherings keeps to the one presented last.
 */
export async function versionInForce(at: OpenConference): Promise<string> {
	if (at.phase !== 'followThrough') return at.presented;
	const filter = at.pb.filter('conference = {:id} && state != "closed"', { id: at.id });
	const [open] = await at.pb.collection('gatherings').getFullList({ filter, skipTotal: true });
	if (!open) return at.presented;
	const before = (await listVersions(at)).filter(({ gathering }) => gathering < open.number);
	return before.at(-1)?.id ?? at.presented;
}

/** The agreements of a version, the one presented last unless said, which the asking person may see, in order. */
export async function listAgreements({ pb, presented }: OpenConference, version = presented): Promise<KeptAgreement[]> {
	if (!version) return [];
	const filter = pb.filter('version = {:version}', { version });
	const rows = await pb.collection('agreements').getFullList({ filter, sort: 'number', skipTotal: true });
	return rows.map((row) => KeptAgreement.parse(row));
}

/** PH6: somebody of the circle says, in their own name, that the text tells who does what. */
export async function confirmText({ pb, presented, me }: OpenConference): Promise<void> {
	await pb.collection('plan_versions').update(presented, { textConfirmedBy: me?.id });
}

/** Whether the asking person decides who else reads the plan. */
export function mayShare({ standing, phase }: OpenConference): boolean {
	return grants(standing, phase, 'presentedPlan').some(
		({ level, portion }) => level === 'write' && portion === 'sharing'
	);
}

/** The circle shares the whole plan, and how it goes, with these setters and no others. */
export async function sharePlan(
	{ pb, presented }: OpenConference,
	wanted: { wholeFor: string[]; statusFor: string[] }
): Promise<void> {
	await pb.collection('plan_versions').update(presented, wanted);
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
