import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
beforeAll(async () => {
	pb = await startForTest();
});
afterAll(() => pb.stop());

/** Tarik asks whether he may tell something about these people. */
async function topicAbout(f: Family, ...about: string[]): Promise<string> {
	const row = { conference: f.id, professional: f.tarik.participant, topic: 'de nacht', about };
	return (await f.tarik.client.collection('contribution_topics').create(row)).id;
}

async function isOpen(topic: string): Promise<boolean> {
	return (await pb.su.collection('contribution_topics').getOne(topic)).open;
}

type Who = Family['bas'];
const say = (f: Family, topic: string, participant: string, by: Who, answer = 'yes') =>
	by.client
		.collection('consents')
		.create({ conference: f.id, topic, participant, answer, onBehalfBy: by.participant });

const named = (f: Family, person: string, by: Family['amina'] | Family['yara'], representative: string) =>
	answerOf(by.client.collection('participants').update(person, { representative }));

describe('who answers for somebody', () => {
	it('[IN2] Yara or Amina says that Hülya answers for Joop; nobody else says so, nor Joop’s neighbour herself', async () => {
		const f = await family(pb);
		expect(await named(f, f.joop, f.yara, f.bas.participant)).toBe('allowed');
		expect(await named(f, f.joop, f.amina, f.riet.participant)).toBe('allowed');
		for (const by of [f.bas, f.riet, f.tarik, f.ilse]) {
			expect(await named(f, f.joop, by, by.participant)).toBe('404');
		}
	});

	it('[IN2] never a coordinator, a professional or an interpreter; never for somebody grown with a login', async () => {
		const f = await family(pb);
		for (const { participant } of [f.amina, f.tarik, f.ilse, f.denzel]) {
			expect(await named(f, f.joop, f.amina, participant)).toBe('IN2');
		}
		expect(await named(f, f.riet.participant, f.yara, f.bas.participant)).toBe('IN2');
		expect(await named(f, f.joop, f.yara, f.joop)).toBe('IN2');
	});

	it('[IN2] once Joop has a login of his own nobody answers for him; for a child somebody still does', async () => {
		const f = await family(pb);
		const milan = await pb.su.collection('participants').create({ conference: f.id, name: 'Milan', state: 'joined' });
		await pb.su.collection('hats').create({ conference: f.id, participant: milan.id, kind: 'circle' });
		await pb.su.collection('participant_details').create({ conference: f.id, participant: milan.id, age: 11 });
		for (const id of [f.joop, milan.id]) await named(f, id, f.yara, f.bas.participant);
		await pb.su.collection('participants').update(f.joop, { account: await pb.account('Joop') });
		await pb.su.collection('participants').update(milan.id, { account: await pb.account('Milan') });
		const answering = async (id: string) => (await pb.su.collection('participants').getOne(id)).representative;
		expect(await answering(f.joop)).toBe('');
		expect(await answering(milan.id)).toBe(f.bas.participant);
	});
});

describe('consent for somebody', () => {
	it('[CS1][IN2] who answers for Joop says yes and takes it back, marked; nobody else does', async () => {
		const f = await family(pb);
		await named(f, f.joop, f.yara, f.bas.participant);
		const topic = await topicAbout(f, f.joop);
		expect(await seenBy(f.bas.client, 'contribution_topics', 'topic')).toEqual(['de nacht']);
		expect(await seenBy(f.riet.client, 'contribution_topics')).toEqual([]);
		for (const by of [f.riet, f.yara, f.amina, f.tarik, f.ilse]) {
			expect(await answerOf(say(f, topic, f.joop, by))).toBe('400');
		}
		const forged = { conference: f.id, topic, participant: f.joop, answer: 'yes', onBehalfBy: f.bas.participant };
		expect(await answerOf(f.riet.client.collection('consents').create(forged))).toBe('400');
		const unmarked = { conference: f.id, topic, participant: f.joop, answer: 'yes' };
		expect(await answerOf(f.bas.client.collection('consents').create(unmarked))).toBe('400');
		const said = await say(f, topic, f.joop, f.bas);
		expect(said.onBehalfBy).toBe(f.bas.participant);
		expect(await isOpen(topic)).toBe(true);
		const back = { answer: 'withdrawn', onBehalfBy: f.bas.participant };
		await f.bas.client.collection('consents').update(said.id, back);
		expect(await isOpen(topic)).toBe(false);
	});

	it('[CS1] whoever answers in the place of another takes over, under the own name', async () => {
		const f = await family(pb);
		await named(f, f.joop, f.yara, f.bas.participant);
		const topic = await topicAbout(f, f.joop);
		const said = await say(f, topic, f.joop, f.bas);
		await named(f, f.joop, f.yara, f.riet.participant);
		const update = (who: Who, onBehalfBy: string) =>
			answerOf(who.client.collection('consents').update(said.id, { answer: 'no', onBehalfBy }));
		expect(await update(f.bas, f.bas.participant)).toBe('404');
		expect(await update(f.riet, f.bas.participant)).toBe('404');
		expect(await update(f.riet, f.riet.participant)).toBe('allowed');
		expect(await isOpen(topic)).toBe(false);
	});

	it('[CS1] who became a professional here answers for nobody any more', async () => {
		const f = await family(pb);
		await named(f, f.joop, f.yara, f.bas.participant);
		const topic = await topicAbout(f, f.joop);
		const hat = { conference: f.id, participant: f.bas.participant, kind: 'informationGiver', organisation: 'School' };
		await pb.su.collection('hats').create(hat);
		expect(await answerOf(say(f, topic, f.joop, f.bas))).toBe('400');
	});

	it.each([
		[6, false, true],
		[11, false, true],
		[12, true, true],
		[15, true, true]
	])('[CS1] of a child of %s: own yes needed %s, the representative’s %s', async (age, own, behalf) => {
		const f = await family(pb);
		const child = await f.add('Sem', [{ kind: 'circle' }]);
		await pb.su.collection('participant_details').create({ conference: f.id, participant: child.participant, age });
		await named(f, child.participant, f.yara, f.bas.participant);
		const topic = await topicAbout(f, child.participant);
		const ownYes = { conference: f.id, topic, participant: child.participant, answer: 'yes' };
		await say(f, topic, child.participant, f.bas);
		expect(await isOpen(topic)).toBe(!own);
		const row = await child.client.collection('consents').create(ownYes);
		expect(await isOpen(topic)).toBe(behalf);
		await child.client.collection('consents').update(row.id, { answer: 'no' });
		expect(await isOpen(topic)).toBe(false);
	});
});

describe('a login for who applies', () => {
	const password = { password: 'a-new-password', passwordConfirm: 'a-new-password' };
	const made = (more: object = {}, client = pb.stranger()) =>
		answerOf(client.collection('accounts').create({ handle: `s-${Math.random()}`.slice(0, 14), name: 'Sem', ...password, ...more }));

	it('[PH1] anyone makes one that is nothing and nobody yet, and may then apply', async () => {
		const f = await family(pb);
		expect(await made({ handle: 'sem-12345678' })).toBe('allowed');
		const client = pb.stranger();
		const { record } = await client.collection('accounts').authWithPassword('sem-12345678', 'a-new-password');
		const row = { region: f.region, title: 'x', phase: 'application', applicant: record.id };
		expect(await answerOf(client.collection('conferences').create(row))).toBe('allowed');
	});

	it('[AC4] never one that manages, coordinates, belongs to an organisation, or has an address nobody showed', async () => {
		const f = await family(pb);
		for (const more of [
			{ manages: f.region },
			{ coordinates: [f.region] },
			{ organisation: 'Jeugdbescherming Waterveen' },
			{ mail: 'yara@kring.example' },
			{ email: 'yara@kring.example' },
			{ verified: true }
		]) {
			expect(await made(more), JSON.stringify(more)).toMatch(/^40[03]$/);
		}
		expect(await made({}, f.bas.client)).toBe('400');
	});
});
