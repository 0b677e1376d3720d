import { z } from 'zod';
import { grants } from '#lib/domain/access/access.ts';
import { present } from '#lib/domain/conference/present.ts';
import { presentGathering } from '#lib/domain/conference/presentGathering.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { Agreement } from '#lib/domain/plan/agreement.ts';
import { PlanContent } from '#lib/domain/plan/content.ts';
import { copyForPresenting } from '#lib/domain/plan/copyForPresenting.ts';
import type { OpenConference } from './conference.ts';
import { actor, now } from './asDomain.ts';
import { ruleOf } from './refusal.ts';
import { newId } from './newId.ts';
import { rowsOf } from './rows.ts';

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
export async function presentedVersion(at: OpenConference): Promise<PlanVersion | undefined> {
	return versionOf(at, at.presented);
}

/** One version by its id, as far as the asking person may see it whole. */
export async function versionOf(at: OpenConference, id: string): Promise<PlanVersion | undefined> {
	return id ? (await listVersions(at)).find((version) => version.id === id) : undefined;
}

/** Every version the asking person may read whole, oldest first (VE1). */
export async function listVersions(at: OpenConference): Promise<PlanVersion[]> {
	const rows = (await rowsOf(at, 'plan_versions')).filter(({ frozen }) => frozen);
	return rows.map((row) => PlanVersion.parse(row)).sort((one, other) => one.number - other.number);
}

/** The agreements of a version, the one presented last unless said, which the asking person may see, in order. */
export async function listAgreements(at: OpenConference, version = at.presented): Promise<KeptAgreement[]> {
	return version ? (await agreementsPerVersion(at))(version) : [];
}

/** The same for every version at once, for who does not know yet which: gives a version's agreements by its id. */
export async function agreementsPerVersion(at: OpenConference): Promise<(version: string) => KeptAgreement[]> {
	const rows = (await rowsOf(at, 'agreements')).map((row) => KeptAgreement.parse(row));
	const inOrder = rows.sort((one, other) => one.number - other.number);
	return (version) => inOrder.filter((agreement) => agreement.version === version);
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
 * version, its agreements and the phase (or the gathering's state, PH8) go in one transaction, or nothing does.
 */
export async function presentPlan(at: OpenConference, content: unknown): Promise<Outcome<null>> {
	const verb = at.phase === 'followThrough' ? presentGathering : present;
	const outcome = verb(now(at), actor(at), { content });
	if (!outcome.ok) return outcome;
	const copy = copyForPresenting(content);
	if (!copy.ok) return copy;
	const version = newId();
	const batch = at.pb.createBatch();
	const { statusFor = [] } = at.gathering ? ((await versionOf(at, at.inForce)) ?? {}) : {};
	const plan = { id: version, conference: at.id, content: copy.value, wholeFor: wholeFor(copy.value), statusFor };
	batch.collection('plan_versions').create(plan);
	for (const agreement of copy.value.agreements) {
		batch.collection('agreements').create({ ...agreement, conference: at.id, version });
	}
	batch.collection('plan_versions').update(version, { frozen: true });
	if (at.gathering) batch.collection('gatherings').update(at.gathering.id, { state: 'presenting' });
	else batch.collection('conferences').update(at.id, { phase: 'presentation' });
	try {
		await batch.send();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? (at.gathering ? 'PH8' : 'PH4'));
	}
}

function wholeFor(content: PlanContent): string[] {
	return content.recipients.filter(({ part }) => part === 'whole').map(({ participant }) => participant);
}
