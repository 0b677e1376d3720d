import type { RecordModel } from 'pocketbase';
import { z } from 'zod';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { makeCode } from './code.ts';
import { ruleOf } from './refusal.ts';
import { newId } from './newId.ts';
import { signedIn } from './signedIn.ts';

/** What is asked when somebody applies: for whom, why, and on behalf of which organisation, if any. */
export const NewApplication = z.object({
	title: z.string().trim().min(1, 'fillIn').max(100, 'tooLong'),
	region: z.string().min(1, 'choose'),
	centralPerson: z.string().trim().min(1, 'fillIn').max(60, 'tooLong'),
	age: z.coerce.number('ageNumber').int('ageNumber').min(1, 'ageNumber').max(120, 'ageNumber'),
	mail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default(''),
	reason: z.string().trim().max(4000, 'tooLong').default('')
});

/** A conference that waits for a coordinator, and whether a central person said yes (PH1). */
export type WaitingApplication = { conference: string; title: string; reasons: string[]; wishes: string[]; saidYes: boolean };

/**
 * Applies (PH1): a conference, the central person still to be asked, and the referrer. Answers with the code by
 * which the central person learns of it; until their own yes nothing else happens.
 */
export async function apply(locals: App.Locals, wanted: z.infer<typeof NewApplication>) {
	const account = signedIn(locals);
	const { pb } = locals;
	const { title, region, centralPerson, age, mail, reason } = wanted;
	const conference = await pb
		.collection('conferences')
		.create({ title, region, phase: 'application', applicant: account.id });
	const row = { conference: conference.id };
	const central = await pb.collection('participants').create({ ...row, name: centralPerson, state: 'asked' });
	const person = { ...row, participant: central.id };
	await pb.collection('participant_details').create({ ...person, age });
	await pb.collection('hats').create({ ...person, kind: 'centralPerson' });
	if (mail) await pb.collection('contacts').create({ ...person, mail });
	const own = { ...row, name: account.name, account: account.id, state: 'joined' };
	const referrer = await pb.collection('participants').create(own);
	const { organisation } = account;
	await pb.collection('hats').create({ ...row, participant: referrer.id, kind: 'referrer', organisation });
	await pb.collection('applications').create({ ...row, by: account.id, reason });
	const code = await makeCode('invitation', { participant: central.id, conference: conference.id });
	return { conference: conference.id, name: centralPerson, mail, code };
}

/** What waits in the region of the asking region manager. Three calls, whatever their number. */
export async function listApplications(locals: App.Locals): Promise<WaitingApplication[]> {
	const { pb } = locals;
	const { manages: region } = signedIn(locals);
	const filter = pb.filter('region = {:region} && phase = "application"', { region });
	const [conferences, applications, yeses] = await Promise.all([
		pb.collection('conferences').getFullList({ filter, skipTotal: true }),
		pb.collection('applications').getFullList({ skipTotal: true }),
		pb.collection('central_yeses').getFullList({ skipTotal: true })
	]);
	return conferences.map(({ id, title }) => {
		const here = (row: RecordModel) => row.conference === id;
		const written = (field: 'reason' | 'wishes') => applications.filter(here).flatMap((row) => (row[field] as string) || []);
		return { conference: id, title, reasons: written('reason'), wishes: written('wishes'), saidYes: yeses.some((row) => here(row) && row.answer === 'yes') };
	});
}

/**
 * Matches a coordinator. A region manager may not see who takes part, so PocketBase asks what the method wants:
 * every central person's yes (PH1) and an organisation that takes no part (CO1).
 */
export async function match(locals: App.Locals, conference: string, coordinator: string): Promise<Outcome<null>> {
	signedIn(locals);
	const { pb } = locals;
	const person = await pb.collection('accounts').getOne(coordinator).catch(() => undefined);
	if (!person) return refused('AC3');
	const row = { conference };
	const batch = pb.createBatch();
	const participant = newId();
	batch
		.collection('participants')
		.create({ ...row, id: participant, account: coordinator, name: person.name, state: 'joined' });
	batch
		.collection('hats')
		.create({ ...row, participant, kind: 'coordinator', organisation: person.organisation });
	batch.collection('conferences').update(conference, { phase: 'preparation' });
	try {
		await batch.send();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? 'AC3');
	}
}
