import type { RecordModel } from 'pocketbase';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { OpenConference } from './conference.ts';
import { newId } from './newId.ts';
import { written } from './refusal.ts';
import { signedIn } from './signedIn.ts';

/** A conference that waits for a coordinator, and whether a central person said yes (PH1). */
export type WaitingApplication = { conference: string; title: string; reasons: string[]; wishes: string[]; saidYes: boolean };

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
 * Matches a coordinator, who is asked by it and begins once they declared to be independent. A region manager may not
 * see who takes part, so PocketBase asks what the method wants: every central person's yes (PH1) and an organisation
 * that takes no part (CO1).
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
		.create({ ...row, id: participant, account: coordinator, name: person.name, state: 'asked' });
	batch
		.collection('hats')
		.create({ ...row, participant, kind: 'coordinator', organisation: person.organisation });
	batch.collection('conferences').update(conference, { phase: 'preparation' });
	return written(() => batch.send());
}

/** What somebody gave as the reason; the name is empty where the reader may not know it. */
export type Reason = { from: string; organisation: string; words: string };

/** Who asked for it and why, and what was wished, as far as the asking person may see. */
export async function wordsOfApplication({ pb, id, people }: OpenConference): Promise<{ reasons: Reason[]; wishes: string[] }> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('applications').getFullList({ filter, skipTotal: true });
	const reasons = rows.flatMap(({ by, reason: words }) => {
		const person = people.find(({ account }) => account === by);
		const organisation = person?.hats.find((hat) => hat.organisation)?.organisation ?? '';
		return words ? [{ from: person?.name ?? '', organisation, words: String(words) }] : [];
	});
	return { reasons, wishes: rows.flatMap(({ wishes }) => (wishes as string) || []) };
}
