import type { RecordModel } from 'pocketbase';
import type { z } from 'zod';
import { needsOwnYes, needsRepresentative } from '#lib/domain/circle/age.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import type { Application, CentralYes } from '#lib/domain/conference/conference.ts';
import { sayNo } from '#lib/domain/conference/sayNo.ts';
import { sayYes } from '#lib/domain/conference/sayYes.ts';
import { represents, speaksForSelf } from '#lib/domain/conference/yes.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { actor } from './asDomain.ts';
import type { OpenConference } from './conference.ts';
import { answerInvitation } from './participant.ts';

/** One central person whose yes is, or is also, the asking person's to say, and how far it is (PH1). */
export type YesToSay = { id: string; name: string; isOwn: boolean; said: boolean; waitsFor: ('own' | 'representative')[] };

/** PH1: the yes's that are the asking person's to say here; none for whoever is no central person and answers for none. */
export async function yesesToSay(at: OpenConference): Promise<YesToSay[]> {
	if (at.phase !== 'application' || !at.me) return [];
	const mine = at.people.filter((person) => isCentral(person) && isForMe(at, person));
	if (!mine.length) return [];
	const { yeses } = await openApplication(at);
	return mine.map(({ id, name, age }) => {
		const yes = yeses.find(({ centralPerson }) => centralPerson === id);
		const isOwn = id === at.me?.id;
		const waitsFor: YesToSay['waitsFor'] = [];
		if (needsOwnYes(age) && !yes?.own) waitsFor.push('own');
		if (needsRepresentative(age) && !yes?.representativeSaid) waitsFor.push('representative');
		return { id, name, isOwn, said: !waitsFor.includes(isOwn ? 'own' : 'representative'), waitsFor };
	});
}

/**
 * PH1: says yes, for oneself and for whom one answers, with wishes. Whoever says it is in; somebody who has no yes to
 * say here has answered the invitation, and that is fine.
 */
export async function sayCentralYes(before: OpenConference, wishes: string, reopen: () => Promise<OpenConference>): Promise<Outcome<null>> {
	if (before.me?.state === 'asked') await answerInvitation(before, 'joined');
	const at = await reopen();
	if (at.phase !== 'application') return allowed(null);
	const application = await openApplication(at);
	const mine = application.yeses.filter((yes) => speaksForSelf(yes, actor(at)) || represents(yes, actor(at)));
	for (const yes of mine) {
		const { centralPerson } = yes;
		const outcome = sayYes(application, actor(at), { centralPerson, wishes });
		if (!outcome.ok) return outcome;
		if (centralPerson === at.me?.id ? yes.own : yes.representativeSaid) continue;
		await at.pb.collection('central_yeses').create({ conference: at.id, centralPerson, by: at.me?.id, answer: 'yes' });
	}
	if (mine.length) await saveWishes(at, wishes);
	return allowed(null);
}

/** PH1: a no, also after a yes, until there is a coordinator. It has no consequence; the erasing follows by itself. */
export async function sayCentralNo(before: OpenConference, reopen: () => Promise<OpenConference>): Promise<Outcome<null>> {
	if (before.me?.state === 'asked') await answerInvitation(before, 'joined');
	const at = await reopen();
	const application = at.phase === 'application' ? await openApplication(at) : undefined;
	const mine = application?.yeses.find((yes) => speaksForSelf(yes, actor(at)) || represents(yes, actor(at)));
	if (!application || !mine) return refused('PH1');
	const { centralPerson } = mine;
	const outcome = sayNo(application, actor(at), { centralPerson });
	if (!outcome.ok) return outcome;
	const yeses = at.pb.collection('central_yeses');
	const filter = at.pb.filter('centralPerson = {:centralPerson} && by = {:me}', { centralPerson, me: at.me?.id });
	const [said] = (await yeses.getList(1, 1, { filter, skipTotal: true })).items;
	if (said) await yeses.update(said.id, { answer: 'no' });
	else await yeses.create({ conference: at.id, centralPerson, by: at.me?.id, answer: 'no' });
	return allowed(null);
}

/** The application with each central person's yes as it stands, as far as the asking person may see. */
async function openApplication(at: OpenConference): Promise<z.infer<typeof Application>> {
	const filter = at.pb.filter('conference = {:id}', { id: at.id });
	const rows = await at.pb.collection('central_yeses').getFullList({ filter, skipTotal: true });
	const yeses = at.people.filter(isCentral).map((person) => yesOf(person, rows));
	return { id: at.id, phase: 'application', yeses, wishes: '' };
}

/** One central person's yes from the rows that were kept. */
function yesOf({ id, age, representative }: Participant, rows: RecordModel[]): CentralYes {
	const isSaidBy = (who: string) =>
		rows.some((row) => row.centralPerson === id && row.answer === 'yes' && row.by === who);
	return {
		centralPerson: id,
		age,
		representative,
		own: isSaidBy(id),
		representativeSaid: representative !== '' && isSaidBy(representative)
	};
}

/** The wishes of the asking person as they stand; empty when there are none. */
export async function wishesOf(at: OpenConference): Promise<string> {
	return String((await ownWords(at))?.wishes ?? '');
}

async function saveWishes(at: OpenConference, wishes: string): Promise<void> {
	const before = await ownWords(at);
	const applications = at.pb.collection('applications');
	if (before) await applications.update(before.id, { wishes });
	else if (wishes) await applications.create({ conference: at.id, by: at.me?.account, wishes });
}

async function ownWords({ pb, id, me }: OpenConference): Promise<RecordModel | undefined> {
	const filter = pb.filter('conference = {:id} && by = {:account}', { id, account: me?.account });
	return (await pb.collection('applications').getList(1, 1, { filter, skipTotal: true })).items[0];
}

function isCentral({ hats }: Participant): boolean {
	return hats.some((hat) => hat.kind === 'centralPerson' && !hat.ended);
}

function isForMe({ me }: OpenConference, { id, age, representative }: Participant): boolean {
	return id === me?.id ? needsOwnYes(age) : representative === me?.id && needsRepresentative(age);
}
