import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, family, seenBy } from './family.ts';
import { present, requirement } from './present.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
beforeAll(async () => void (pb = await startForTest()));
afterAll(() => pb.stop());

describe('the presented plan', () => {
	it('[VE1] is frozen for everybody, the program itself too', async () => {
		const f = await family(pb, 'privateTime');
		const { version, agreements } = await present(f, [{ responsible: f.bas.participant }]);
		const [agreement] = agreements;
		for (const client of [f.yara.client, f.bas.client, f.amina.client, f.ilse.client]) {
			expect(await answerOf(client.collection('plan_versions').update(version, { content: {} }))).toMatch(
				/404|VE1/
			);
			expect(await answerOf(client.collection('plan_versions').update(version, { frozen: false }))).toMatch(
				/404|VE1/
			);
			expect(await answerOf(client.collection('agreements').update(agreement, { what: 'x' }))).toBe('403');
			expect(await answerOf(client.collection('agreements').delete(agreement))).toBe('403');
		}
		expect(await answerOf(pb.su.collection('plan_versions').update(version, { content: {} }))).toBe('VE1');
		expect(await answerOf(pb.su.collection('agreements').update(agreement, { what: 'x' }))).toBe('VE1');
		const late = { conference: f.id, version, number: 9, what: 'late' };
		expect(await answerOf(pb.su.collection('agreements').create(late))).toBe('VE1');
		expect(await answerOf(f.bas.client.collection('agreements').create(late))).toBe('400');
	});

	it('[PT1] is nowhere before it is presented', async () => {
		const f = await family(pb, 'privateTime');
		await f.bas.client.collection('plan_versions').create({ conference: f.id, content: {} });
		for (const one of [f.amina, f.ilse, f.tarik, f.sanne, f.denzel]) {
			expect(await seenBy(one.client, 'plan_versions')).toEqual([]);
		}
		await f.phase('presentation');
		expect(await seenBy(f.amina.client, 'plan_versions')).toEqual([]);
	});

	it('goes to each as far as it concerns them, or as the circle shares it', async () => {
		const f = await family(pb, 'privateTime');
		const b1 = await pb.su.collection('requirements').create(requirement(f));
		const { version, agreements } = await present(f, [
			{ what: 'answers B1', responsible: f.bas.participant, requirements: [b1.id] },
			{
				what: 'school',
				responsible: f.marleen.participant,
				helpers: [f.tarik.participant, f.riet.participant],
				requirements: [b1.id]
			},
			{ what: 'call Sanne', responsible: f.sanne.participant },
			{ what: 'a walk', responsible: f.joop, check: f.riet.participant }
		]);
		const wholeSeen = ['a walk', 'answers B1', 'call Sanne', 'school'];
		expect(await seenBy(f.riet.client, 'agreements', 'what')).toEqual(wholeSeen);
		expect(await seenBy(f.amina.client, 'agreements', 'what')).toEqual(wholeSeen);
		expect(await seenBy(f.denzel.client, 'agreements', 'what')).toEqual(wholeSeen);
		expect(await seenBy(f.ilse.client, 'agreements', 'what')).toEqual(['answers B1', 'school']);
		expect(await seenBy(f.tarik.client, 'agreements', 'what')).toEqual(['school']);
		expect(await seenBy(f.sanne.client, 'agreements', 'what')).toEqual(['call Sanne']);
		expect(await seenBy(f.tarik.client, 'requirements', 'label')).toEqual(['B1']);
		expect(await seenBy(f.ilse.client, 'plan_versions')).toEqual([]);

		const share = f.riet.client.collection('plan_versions');
		await share.update(version, { wholeFor: [f.ilse.participant, f.tarik.participant] });
		expect(await seenBy(f.ilse.client, 'agreements', 'what')).toEqual(wholeSeen);
		expect(await seenBy(f.ilse.client, 'plan_versions')).toEqual([version]);
		expect(await seenBy(f.tarik.client, 'plan_versions')).toEqual([]);

		const guest = { kind: 'guest', agreement: agreements[3], until: '2999-01-01 00:00:00.000Z' };
		const late = { ...guest, until: '2020-01-01 00:00:00.000Z' };
		const hans = await f.add('Hans', [guest as never]);
		const gone = await f.add('Gone', [late as never]);
		expect(await seenBy(hans.client, 'agreements', 'what')).toEqual(['a walk']);
		expect(await seenBy(gone.client, 'agreements')).toEqual([]);
		expect(await seenBy(hans.client, 'plan_versions')).toEqual([]);
	});

	it('[PH6] that the text tells who does what is said by somebody of the circle, themselves', async () => {
		const f = await family(pb, 'privateTime');
		const { version } = await present(f, []);
		const say = (who: string) =>
			answerOf(f.riet.client.collection('plan_versions').update(version, { textConfirmedBy: who }));
		expect(await say(f.bas.participant)).toBe('404');
		expect(await say(f.riet.participant)).toBe('allowed');
		expect(
			await answerOf(f.amina.client.collection('plan_versions').update(version, { textConfirmedBy: '' }))
		).toBe('404');
	});

	it('[PH4] who is kept out of the room cannot present for it', async () => {
		const f = await family(pb, 'privateTime');
		const aunt = await f.add('Aunt', [{ kind: 'circle' }, { kind: 'informationGiver' }]);
		const version = { conference: f.id, content: {} };
		expect(await answerOf(aunt.client.collection('plan_versions').create(version))).toBe('400');
		expect(
			await answerOf(aunt.client.collection('conferences').update(f.id, { phase: 'presentation' }))
		).toBe('404');
	});
});

describe("yes's and statuses", () => {
	it('[AG2][IN2][CO2] one says yes oneself, or for somebody of the circle and marked; never a coordinator', async () => {
		const f = await family(pb, 'privateTime');
		const { agreements } = await present(f, [
			{ responsible: f.sanne.participant, helpers: [f.joop, f.tarik.participant] },
			{ responsible: f.bas.participant }
		]);
		const yes = (who: { client: typeof f.bas.client }, participant: string, more: object = {}) =>
			answerOf(
				who.client
					.collection('yeses')
					.create({ conference: f.id, agreement: agreements[0], participant, ...more })
			);
		expect(await yes(f.sanne, f.sanne.participant)).toBe('allowed');
		expect(await yes(f.bas, f.bas.participant)).toBe('400');
		expect(await yes(f.bas, f.joop)).toBe('400');
		expect(await yes(f.bas, f.joop, { onBehalfBy: f.riet.participant })).toBe('400');
		expect(await yes(f.bas, f.joop, { onBehalfBy: f.bas.participant })).toBe('allowed');
		expect(await yes(f.bas, f.tarik.participant, { onBehalfBy: f.bas.participant })).toBe('400');
		expect(await yes(f.amina, f.amina.participant)).toBe('400');
		expect(await yes(f.tarik, f.tarik.participant)).toBe('allowed');
		expect(await seenBy(f.amina.client, 'yeses')).toHaveLength(3);
		expect(await seenBy(f.tarik.client, 'yeses', 'participant')).toEqual([f.tarik.participant]);
		expect(await seenBy(f.sanne.client, 'yeses', 'participant')).toEqual([f.sanne.participant]);
	});

	it('[AC5] the aunt who sets a requirement cannot say yes for Yara', async () => {
		const f = await family(pb, 'privateTime');
		const aunt = await f.add('Aunt', [{ kind: 'circle' }, { kind: 'setter' }]);
		const { agreements } = await present(f, [{ responsible: f.yara.participant }]);
		const row = {
			conference: f.id,
			agreement: agreements[0],
			participant: f.yara.participant,
			onBehalfBy: aunt.participant
		};
		expect(await answerOf(aunt.client.collection('yeses').create(row))).toBe('AC5');
	});

	it('[AG3][AG4][CO2] statuses are by the people themselves; stopped has a because; the coordinator has none', async () => {
		const f = await family(pb, 'privateTime');
		const { version, agreements } = await present(f, [
			{ responsible: f.bas.participant, helpers: [f.tarik.participant] }
		]);
		await f.phase('followThrough');
		const status = { conference: f.id, agreement: agreements[0], participant: f.bas.participant };
		const bas = f.bas.client.collection('statuses');
		expect(await answerOf(bas.create({ ...status, status: 'stopped' }))).toBe('AG3');
		const row = await bas.create({ ...status, status: 'running' });
		expect(await answerOf(bas.update(row.id, { status: 'done' }))).toBe('allowed');
		expect(await answerOf(f.riet.client.collection('statuses').update(row.id, { status: 'partly' }))).toBe(
			'404'
		);
		const marked = { status: 'partly', onBehalfBy: f.riet.participant };
		expect(await answerOf(f.riet.client.collection('statuses').update(row.id, marked))).toBe('allowed');
		expect(await answerOf(f.amina.client.collection('statuses').update(row.id, { status: 'done' }))).toBe(
			'404'
		);
		expect(await seenBy(f.amina.client, 'statuses')).toEqual([]);
		expect(await seenBy(f.tarik.client, 'statuses')).toEqual([]);
		expect(await seenBy(f.ilse.client, 'statuses')).toEqual([]);
		await f.yara.client.collection('plan_versions').update(version, { statusFor: [f.ilse.participant] });
		expect(await seenBy(f.ilse.client, 'statuses', 'status')).toEqual(['partly']);
		const yes = await f.bas.client.collection('yeses').create(status);
		expect(await answerOf(f.tarik.client.collection('yeses').delete(yes.id))).toBe('404');
		expect(await answerOf(f.bas.client.collection('yeses').delete(yes.id))).toBe('allowed');
	});
});

describe('afterwards', () => {
	it('a professional reads a thread from the invitation on', async () => {
		const f = await family(pb, 'followThrough');
		const thread = await f.bas.client.collection('threads').create({ conference: f.id, title: 'Debts' });
		const write = (who: typeof f.bas, text: string) =>
			who.client
				.collection('thread_messages')
				.create({ conference: f.id, thread: thread.id, participant: who.participant, text });
		await write(f.bas, 'among us');
		expect(await answerOf(write(f.tarik, 'hello?'))).toBe('400');
		await f.yara.client.collection('threads').update(thread.id, { invited: [f.tarik.participant] });
		await write(f.riet, 'welcome');
		await write(f.tarik, 'hello');
		expect(await seenBy(f.tarik.client, 'thread_messages', 'text')).toEqual(['hello', 'welcome']);
		expect(await seenBy(f.ilse.client, 'thread_messages')).toEqual([]);
		expect(await seenBy(f.amina.client, 'thread_messages')).toEqual([]);
	});

	it('the referrer learns: taken up, held, led to a plan', async () => {
		const f = await family(pb, 'application');
		const referrer = await f.add('School', [{ kind: 'referrer', organisation: 'School' }]);
		const learned = async () => {
			const [row] = await referrer.client.collection('referrals').getFullList();
			return [row?.takenUp, row?.held, row?.ledToPlan];
		};
		expect(await learned()).toEqual([false, false, '']);
		for (const phase of ['preparation', 'information', 'privateTime', 'presentation'] as const) {
			await f.phase(phase);
			expect(await learned()).toEqual([true, false, '']);
		}
		await f.phase('followThrough');
		expect(await learned()).toEqual([true, true, 'yes']);
		expect(await seenBy(referrer.client, 'conferences')).toEqual([]);
	});
});
