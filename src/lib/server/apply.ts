import type PocketBase from 'pocketbase';
import { z } from 'zod';
import { needsOwnYes, needsRepresentative } from '#lib/domain/circle/age.ts';
import type { HatKind } from '#lib/domain/circle/hat.ts';
import { strangerActor } from '#lib/domain/conference/actor.ts';
import { apply as applyFor } from '#lib/domain/conference/apply.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Account } from './account.ts';
import { newId } from './newId.ts';
import { signedIn } from './signedIn.ts';

const mail = z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default('');
const name = z.string().trim().max(60, 'tooLong').default('');

/** What is asked when somebody applies: for oneself, for a child one answers for, or for somebody else. */
export const NewApplication = z
	.object({
		for: z.enum(['self', 'child', 'other']).default('other'),
		title: z.string().trim().min(1, 'fillIn').max(100, 'tooLong'),
		region: z.string().min(1, 'choose'),
		/** Oneself goes by the name of one's login. */
		centralPerson: name,
		age: z.coerce.number('ageNumber').int('ageNumber').min(1, 'ageNumber').max(120, 'ageNumber'),
		mail,
		representative: name,
		representativeMail: mail,
		reason: z.string().trim().max(4000, 'tooLong').default('')
	})
	.superRefine((wanted, { addIssue }) => {
		const amiss = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
		const isYoung = needsRepresentative(wanted.age);
		if (wanted.for !== 'self' && !wanted.centralPerson) amiss('centralPerson', 'fillIn');
		if (wanted.for === 'child' && !isYoung) amiss('age', 'notAChild');
		if (wanted.for !== 'child' && isYoung && !wanted.representative) amiss('representative', 'whoDecides');
	});
type Wanted = z.infer<typeof NewApplication>;

/** Somebody who has a part in the application, as they are written down. */
type Part = {
	id: string;
	name: string;
	mail: string;
	kind: HatKind;
	/** Set for who applies: they are in already, unless their own yes is still to be said. */
	account: string;
	state: 'asked' | 'joined';
	age: number | null;
	/** PH1: who says a young central person's yes, or says it too. */
	representative: string;
};

/** An application as it was made, and who is to be given a letter: whoever has a yes to say and no login yet. */
export type Applied = { conference: string; isOwn: boolean; letters: { id: string; name: string; mail: string; central: boolean }[] };

/**
 * Applies (PH1): anyone may, also a family for itself. Whole or not at all. Nobody has said yes by it; until each
 * central person's own yes nothing else happens.
 */
export async function apply(locals: App.Locals, wanted: Wanted): Promise<Outcome<Applied>> {
	const account = signedIn(locals);
	// AC4: who comes for an organisation asks for another, also by a form that they were not shown.
	if (account.organisation && wanted.for !== 'other') return refused('AC4');
	const parts = partsOf(wanted, account);
	const conference = newId();
	const central = parts.filter(({ kind }) => kind === 'centralPerson');
	const centralPersons = central.map(({ id, age, representative }) => ({ id, age, representative }));
	const outcome = applyFor(null, strangerActor(account.id), { id: conference, centralPersons });
	if (!outcome.ok) return outcome;
	await write(locals.pb, { conference, wanted, account, parts });
	const asked = parts.filter(({ account, kind, age }) => !account && (kind !== 'centralPerson' || needsOwnYes(age)));
	const letters = asked.map(({ id, name, mail, kind }) => ({ id, name, mail, central: kind === 'centralPerson' }));
	return allowed({ conference, isOwn: wanted.for !== 'other', letters });
}

/** Everybody of the application; who answers for somebody stands before them. */
function partsOf(wanted: Wanted, account: Account): Part[] {
	const asked = { id: newId(), mail: '', account: '', state: 'asked' as const, age: null, representative: '' };
	const own = { ...asked, id: newId(), name: account.name, mail: account.mail, account: account.id };
	const isYoung = needsRepresentative(wanted.age);
	const answering: Part[] =
		wanted.for !== 'child' && isYoung
			? [{ ...asked, name: wanted.representative, mail: wanted.representativeMail, kind: 'circle' }]
			: [];
	const representative = answering[0]?.id ?? '';
	const { age, centralPerson: name, mail } = wanted;
	if (wanted.for === 'self') return [...answering, { ...own, age, representative, kind: 'centralPerson' }];
	const central = { ...asked, id: newId(), name, mail, age, kind: 'centralPerson' as const };
	if (wanted.for === 'child') {
		return [{ ...own, state: 'joined', kind: 'circle' }, { ...central, representative: own.id }];
	}
	return [...answering, { ...central, representative }, { ...own, state: 'joined', kind: 'referrer' }];
}

type Written = { conference: string; wanted: Wanted; account: Account; parts: Part[] };

async function write(pb: PocketBase, { conference, wanted, account, parts }: Written): Promise<void> {
	const batch = pb.createBatch();
	const { title, region, reason } = wanted;
	const row = { conference };
	batch.collection('conferences').create({ id: conference, title, region, phase: 'application', applicant: account.id });
	for (const { id: participant, name, mail, kind, account: login, state, age, representative } of parts) {
		const person = { ...row, participant };
		batch
			.collection('participants')
			.create({ ...row, id: participant, name, account: login, state, representative });
		if (age !== null) batch.collection('participant_details').create({ ...person, age });
		const organisation = kind === 'referrer' ? account.organisation : '';
		batch.collection('hats').create({ ...person, kind, organisation });
		if (mail) batch.collection('contacts').create({ ...person, mail });
	}
	if (reason) batch.collection('applications').create({ ...row, by: account.id, reason });
	await batch.send();
}
