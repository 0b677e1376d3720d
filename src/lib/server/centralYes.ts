import type { RecordModel } from 'pocketbase';
import { represents, speaksForSelf } from '#lib/domain/conference/yes.ts';
import type { Application, CentralYes } from '#lib/domain/conference/conference.ts';
import { sayYes } from '#lib/domain/conference/sayYes.ts';
import { allowed, type Outcome } from '#lib/domain/outcome.ts';
import type { z } from 'zod';
import type { OpenConference } from './conference.ts';
import { actor } from './asDomain.ts';

/**
 * PH1: the central person's own yes, with wishes. Somebody who is no central person and represents none has
 * nothing to say here, and that is fine: their own answer to the invitation is enough.
 */
export async function sayCentralYes(at: OpenConference, wishes: string): Promise<Outcome<null>> {
	if (at.phase !== 'application') return allowed(null);
	const application = await openApplication(at);
	const mine = application.yeses.filter((yes) => speaksForSelf(yes, actor(at)) || represents(yes, actor(at)));
	for (const { centralPerson } of mine) {
		const outcome = sayYes(application, actor(at), { centralPerson, wishes });
		if (!outcome.ok) return outcome;
		const row = { conference: at.id, centralPerson, by: at.me?.id, answer: 'yes' };
		await at.pb.collection('central_yeses').create(row);
	}
	if (wishes && mine.length && at.me) {
		await at.pb.collection('applications').create({ conference: at.id, by: at.me.account, wishes });
	}
	return allowed(null);
}

/** PH1: a no. The erasing follows by itself (see server/pocketbase). */
export async function sayCentralNo(at: OpenConference): Promise<void> {
	if (at.phase !== 'application') return;
	const central = at.me?.hats.some((hat) => hat.kind === 'centralPerson');
	if (!central || !at.me) return;
	const row = { conference: at.id, centralPerson: at.me.id, by: at.me.id, answer: 'no' };
	await at.pb.collection('central_yeses').create(row);
}

/** The application with each central person's yes as it stands. */
export async function openApplication(at: OpenConference): Promise<z.infer<typeof Application>> {
	const filter = at.pb.filter('conference = {:id}', { id: at.id });
	const rows = await at.pb.collection('central_yeses').getFullList({ filter, skipTotal: true });
	const yeses = at.people
		.filter((person) => person.hats.some((hat) => hat.kind === 'centralPerson' && !hat.ended))
		.map((person) => yesOf(person.id, person.age, rows));
	return { id: at.id, phase: 'application', yeses, wishes: '' };
}

/** One central person's yes from the rows that were kept. */
function yesOf(centralPerson: string, age: number | null, rows: RecordModel[]): CentralYes {
	const said = rows.filter((row) => row.centralPerson === centralPerson && row.answer === 'yes');
	const representative = said.find((row) => row.by !== centralPerson)?.by ?? '';
	return {
		centralPerson,
		age,
		representative,
		own: said.some((row) => row.by === centralPerson),
		representativeSaid: representative !== ''
	};
}
