import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { isBarred } from '#lib/domain/access/barred.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { takersOf } from '#lib/domain/plan/agreement.ts';
import { stillPromised } from '#lib/domain/plan/stillPromised.ts';
import { AgreementStatus, sayStatus } from '#lib/domain/plan/status.ts';
import { takenOnBy, takeOn } from '#lib/domain/plan/takeOn.ts';
import { yesTo, type YesGiver } from '#lib/domain/plan/yes.ts';
import { actor } from './asDomain.ts';
import type { OpenConference } from './conference.ts';
import { KeptAgreement } from './planVersion.ts';
import { ruleOf } from './refusal.ts';
import { rowsOf } from './rows.ts';

export const Yes = z.object({
	id: z.string(),
	agreement: z.string(),
	participant: z.string(),
	onBehalfBy: z.string(),
	/** PH8: said to the version in force, and still standing in the one that is presented. */
	carried: z.boolean().default(false)
});
export type Yes = z.infer<typeof Yes>;

export const Status = z.object({
	id: z.string(),
	agreement: z.string(),
	participant: z.string(),
	status: AgreementStatus,
	note: z.string(),
	onBehalfBy: z.string().default('')
});
export type Status = z.infer<typeof Status>;

/** The yes's the asking person may see. */
export async function listYeses(at: OpenConference): Promise<Yes[]> {
	return (await rowsOf(at, 'yeses')).map((row) => Yes.parse(row));
}

/** The statuses the asking person may see. */
export async function listStatuses(at: OpenConference): Promise<Status[]> {
	return (await rowsOf(at, 'statuses')).map((row) => Status.parse(row));
}

/**
 * Whether there is a yes to say or take back here. While the family is alone nobody is asked; who may not know when
 * that is, is asked by what they have to say yes to, in each phase alike (PT1).
 */
export function maySayYes({ standing, phase, me }: OpenConference, agreements: readonly KeptAgreement[]): boolean {
	if (!me || !may(standing, phase, 'agreementYes', 'write')) return false;
	if (may(standing, phase, 'door', 'read')) return phase !== 'privateTime';
	return agreements.some((agreement) => takersOf(agreement).includes(me.id));
}

/** AG2: a yes to an agreement, one's own or, marked, for somebody who said it to a member of the circle (IN2). */
export async function sayYesTo(at: OpenConference, agreement: string, participant: string): Promise<Outcome<null>> {
	const wanted = await find(at, agreement);
	if (!wanted) return refused('AC3');
	const said = yesTo(wanted, who(at, participant), giver(at));
	if (!said.ok) return said;
	const { onBehalfBy } = said.value;
	await at.pb.collection('yeses').create({ conference: at.id, agreement, participant, onBehalfBy });
	return allowed(null);
}

/** AG4: "dit doe ik", for what nobody carries now. */
export async function takeOnAgreement(at: OpenConference, agreement: string): Promise<Outcome<null>> {
	const [wanted, yeses] = await Promise.all([find(at, agreement), listYeses(at)]);
	if (!wanted || !at.me) return refused('AC3');
	const taken = takeOn(wanted, giver(at), saidTo(agreement, yeses));
	if (!taken.ok) return taken;
	await at.pb.collection('yeses').create({ conference: at.id, agreement, participant: at.me.id, onBehalfBy: '' });
	return allowed(null);
}

/** AG4: hands it back, for oneself or for whom one said it; no reason asked, nothing kept. */
export async function handBack({ pb }: OpenConference, yes: string): Promise<void> {
	await pb.collection('yeses').delete(yes);
}

export const NewStatus = z
	.object({
		agreement: z.string().min(1),
		/** Who did it; empty for oneself. */
		participant: z.string().default(''),
		status: AgreementStatus,
		note: z.string().trim().max(2000, 'tooLong').default('')
	})
	.refine(({ status, note }) => status !== 'stopped' || note !== '', { path: ['note'], message: 'AG3' });

/** AG3: how it goes, in the words of who does it, or marked for somebody of the circle (IN2). */
export async function setStatus(at: OpenConference, wanted: z.infer<typeof NewStatus>): Promise<Outcome<null>> {
	const participant = wanted.participant || at.me?.id || '';
	const [agreement, statuses, yeses] = await Promise.all([find(at, wanted.agreement), listStatuses(at), listYeses(at)]);
	if (!agreement) return refused('AC3');
	const tookOn = takenOnBy(agreement, saidTo(agreement.id, yeses));
	const doing = { ...agreement, helpers: [...agreement.helpers, ...tookOn] };
	const { status: word, note: because } = wanted;
	const said = sayStatus(doing, who(at, participant), giver(at), { status: word, note: because });
	if (!said.ok) return said;
	const { status, note, onBehalfBy } = said.value;
	const before = statuses.find((row) => row.agreement === agreement.id && row.participant === participant);
	const row = { conference: at.id, agreement: agreement.id, participant, status, note, onBehalfBy };
	if (before) await at.pb.collection('statuses').update(before.id, { status, note, onBehalfBy });
	else await at.pb.collection('statuses').create(row);
	return allowed(null);
}

/**
 * PH8: the yes's as they are for a version that is being presented: those said to it, and those to the version in
 * force that still stand. When it comes into force the database carries over exactly these.
 */
export function withStanding(yeses: readonly Yes[], inForce: readonly KeptAgreement[], next: readonly KeptAgreement[]): Yes[] {
	const standing = next.flatMap((after) => {
		const before = inForce.find(({ number }) => number === after.number);
		if (!before) return [];
		const stands = stillPromised(before, after, saidTo(before.id, yeses));
		const said = saidTo(after.id, yeses);
		return yeses
			.filter(({ agreement, participant }) => agreement === before.id && stands.includes(participant) && !said.includes(participant))
			.map((yes) => ({ ...yes, agreement: after.id, carried: true }));
	});
	return [...yeses, ...standing];
}

/** Participants whose yes to this agreement there is. */
export function saidTo(agreement: string, yeses: readonly Pick<Yes, 'agreement' | 'participant'>[]): string[] {
	return yeses.filter((yes) => yes.agreement === agreement).map((yes) => yes.participant);
}

/** Of whichever version, as far as the asking person may see it. */
async function find({ pb }: OpenConference, id: string): Promise<KeptAgreement | undefined> {
	const row = await pb.collection('agreements').getOne(id).catch(ruleOf);
	return typeof row === 'object' ? KeptAgreement.parse(row) : undefined;
}

/** Who says it. Family speaks for family; whoever is asked and at home speaks for themselves. */
function giver(at: OpenConference): YesGiver {
	const { id } = actor(at);
	return {
		id,
		isFamily: isFamily(at.standing),
		isCoordinator: at.me?.hats.some(({ kind }) => kind === 'coordinator') ?? false
	};
}

function who({ people }: OpenConference, id: string): { id: string; isProfessional: boolean } {
	return { id, isProfessional: isBarred(people.find((person) => person.id === id)?.hats ?? []) };
}
