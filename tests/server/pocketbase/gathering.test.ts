import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { newId, present, requirement } from './present.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

/** A gathering after the day, as the database guards it: what is in force, and what comes along into the next version. */
let pb: TestPocketBase;
beforeAll(async () => void (pb = await startForTest()));
afterAll(() => pb.stop());

const gatherings = (who: { client: Family['bas']['client'] }) => who.client.collection('gatherings');
const open = async (f: Family, who = f.riet) => (await gatherings(who).create({ conference: f.id, state: 'private' })).id;
const to = (who: Family['bas'], id: string, state: string) => answerOf(gatherings(who).update(id, { state }));
const inForce = async (f: Family) => {
	const { inForce, presented } = await f.riet.client.collection('conferences').getOne(f.id);
	return { inForce, presented };
};

/** Bas and Joop bring the children, Riet sleeps there, Sanne was asked; a day closed with everybody's word. */
async function closedDay() {
	const f = await family(pb, 'privateTime');
	const plan = {
		school: { number: 1, what: 'school', responsible: f.bas.participant, helpers: [f.joop] },
		night: { number: 2, what: 'night', responsible: f.riet.participant },
		roster: { number: 3, what: 'roster', responsible: f.sanne.participant }
	};
	const day = await present(f, Object.values(plan));
	await f.phase('followThrough');
	const [school, night, roster] = day.agreements as [string, string, string];
	const row = (agreement: string, who: string) => ({ conference: f.id, agreement, participant: who });
	await f.bas.client.collection('yeses').create(row(school, f.bas.participant));
	await f.bas.client.collection('yeses').create({ ...row(school, f.joop), onBehalfBy: f.bas.participant });
	await f.riet.client.collection('yeses').create(row(night, f.riet.participant));
	await f.marleen.client.collection('yeses').create(row(roster, f.marleen.participant));
	await f.bas.client.collection('statuses').create({ ...row(school, f.bas.participant), status: 'partly', note: 'ill' });
	await f.riet.client.collection('statuses').create({ ...row(night, f.riet.participant), status: 'done' });
	await pb.su.collection('conferences').update(f.id, { reviewDate: '2027-04-17' });
	return { f, plan, day };
}

const words = async (f: Family, collection: string, agreement: string) =>
	(await f.riet.client.collection(collection).getFullList({ filter: `agreement = "${agreement}"` }))
		.map(({ participant, onBehalfBy, status = '', note = '' }) => [participant, onBehalfBy, status, note].join(' ').trim())
		.toSorted();

describe('a gathering', () => {
	it('[PH8] begins after the day, one at a time, in its first round, by the family alone', async () => {
		const before = await family(pb, 'presentation');
		expect(await answerOf(open(before))).toBe('400');
		const { f } = await closedDay();
		for (const who of [f.amina, f.ilse, f.tarik, f.sanne, f.denzel]) expect(await answerOf(open(f, who))).toBe('400');
		const made = await gatherings(f.riet).create({ conference: f.id, state: 'private', round: 7, number: 9 });
		expect([made.number, made.round]).toEqual([2, 1]);
		expect(await answerOf(open(f))).toBe('PH8');
		for (const who of [f.amina, f.ilse, f.tarik]) expect(await seenBy(who.client, 'gatherings')).toEqual([]);
	});

	it('[PH8] [VE1] the version in force stays while the next is presented; the contact person closes it', async () => {
		const { f, plan, day } = await closedDay();
		const gathering = await open(f);
		expect(await to(f.riet, gathering, 'presenting')).toBe('PH8');
		const next = await present(f, [plan.school], newId(), gathering);
		expect(await inForce(f)).toEqual({ inForce: day.version, presented: next.version });
		const version = await f.riet.client.collection('plan_versions').getOne(next.version);
		expect([version.number, version.gathering, version.round]).toEqual([2, 2, 1]);
		for (const who of [f.riet, f.amina, f.ilse]) expect(await to(who, gathering, 'closed')).toBe('404');
		expect(await to(f.riet, gathering, 'private')).toBe('allowed');
		expect((await gatherings(f.riet).getOne(gathering)).round).toBe(2);
		const last = await present(f, [plan.school, plan.night], newId(), gathering);
		expect(await to(f.marleen, gathering, 'closed')).toBe('allowed');
		expect(await inForce(f)).toEqual({ inForce: last.version, presented: last.version });
		expect(await to(f.marleen, gathering, 'private')).toBe('404');
		expect((await gatherings(f.riet).create({ conference: f.id, state: 'private' })).number).toBe(3);
	});

	it('[PH8] nobody says by themselves what is in force, nor which round it is', async () => {
		const { f } = await closedDay();
		const conferences = f.marleen.client.collection('conferences');
		expect(await answerOf(conferences.update(f.id, { inForce: '' }))).toBe('404');
		const gathering = await open(f);
		await gatherings(f.riet).update(gathering, { round: 5 });
		expect((await gatherings(f.riet).getOne(gathering)).round).toBe(1);
	});

	it('[PH8] no version is written while no gathering is open for it', async () => {
		const { f } = await closedDay();
		const version = { conference: f.id, content: { freeText: 'x' } };
		expect(await answerOf(f.bas.client.collection('plan_versions').create(version))).toBe('PH8');
	});

	it('[PH8] it is closed under the terms of the day: each agreement has a who', async () => {
		const { f, plan } = await closedDay();
		const gathering = await open(f);
		await present(f, [plan.school, { number: 2, what: 'nobody yet' }], newId(), gathering);
		expect(await to(f.marleen, gathering, 'closed')).toBe('PH6');
	});

	it('[PH8] it may bring no new plan: then the old one stays, and what was taken back is looked at no more', async () => {
		const { f, plan, day } = await closedDay();
		const gathering = await open(f);
		await present(f, [plan.school], newId(), gathering);
		await to(f.riet, gathering, 'private');
		expect(await to(f.riet, gathering, 'closed')).toBe('404');
		expect(await to(f.marleen, gathering, 'closed')).toBe('allowed');
		expect(await inForce(f)).toEqual({ inForce: day.version, presented: day.version });
		expect(await words(f, 'yeses', day.agreements[0])).toHaveLength(2);
	});

	it('[PH8] [AC4] a contact person who ever was from outside neither presents nor ends it from among themselves', async () => {
		const { f } = await closedDay();
		const aunt = await f.add('Aunt', [{ kind: 'circle' }, { kind: 'deputyContactPerson' }, { kind: 'informationGiver' }]);
		const gathering = await open(f);
		expect(await to(aunt, gathering, 'closed')).toBe('PH8');
	});
});

describe('what comes along', () => {
	it('[PH8] [AG2] [AG3] yes\'s and statuses of what did not change, marked as they were; the rest waits for a new yes', async () => {
		const { f, plan } = await closedDay();
		const gathering = await open(f);
		const changed = { ...plan.night, what: 'night, on Wednesdays' };
		const next = await present(f, [plan.school, changed, plan.roster], newId(), gathering);
		const [school, night, roster] = next.agreements as [string, string, string];
		expect(await words(f, 'yeses', school)).toEqual([]);
		await f.bas.client.collection('statuses').update(
			(await f.bas.client.collection('statuses').getFirstListItem('note = "ill"')).id,
			{ status: 'done', note: '' }
		);
		expect(await to(f.marleen, gathering, 'closed')).toBe('allowed');
		const { bas, marleen } = f;
		expect(await words(f, 'yeses', school)).toEqual([bas.participant, `${f.joop} ${bas.participant}`].toSorted());
		expect(await words(f, 'statuses', school)).toEqual([`${bas.participant}  done`]);
		expect(await words(f, 'yeses', night)).toEqual([]);
		expect(await words(f, 'statuses', night)).toEqual([]);
		// Marleen took on what Sanne has not said yes to.
		expect(await words(f, 'yeses', roster)).toEqual([marleen.participant]);
	});

	it('[AG4] what was handed back meanwhile does not come back, and a new yes is there once', async () => {
		const { f, plan } = await closedDay();
		const gathering = await open(f);
		const next = await present(f, [plan.school, plan.night], newId(), gathering);
		const mine = f.riet.client.collection('yeses');
		await mine.delete((await mine.getFirstListItem(`participant = "${f.riet.participant}"`)).id);
		await f.bas.client.collection('yeses').create({ conference: f.id, agreement: next.agreements[0], participant: f.bas.participant });
		await to(f.marleen, gathering, 'closed');
		expect(await words(f, 'yeses', next.agreements[1]!)).toEqual([]);
		expect(await words(f, 'yeses', next.agreements[0])).toHaveLength(2);
	});
});

describe('looking after the day', () => {
	it('[BL5] [BL6] the setter looks while it is presented, at that version, and at no other time', async () => {
		const { f, plan, day } = await closedDay();
		const b1 = await pb.su.collection('requirements').create(requirement(f));
		const look = (version: string) =>
			answerOf(
				f.ilse.client.collection('looks').create({
					conference: f.id, version, requirement: b1.id, setter: f.ilse.participant, result: 'met'
				})
			);
		expect(await look(day.version)).toBe('PH8');
		const gathering = await open(f);
		expect(await look(day.version)).toBe('PH8');
		const next = await present(f, [plan.school], newId(), gathering);
		expect(await look(day.version)).toBe('BL6');
		expect(await look(next.version)).toBe('allowed');
	});
});

describe('a later round of private time', () => {
	it('[PH5] [BL6] the family still reads what it presented and why it was not enough; nobody else does', async () => {
		const f = await family(pb, 'privateTime');
		const b1 = await pb.su.collection('requirements').create(requirement(f));
		const { version } = await present(f, [{ responsible: f.bas.participant, helpers: [f.tarik.participant], requirements: [b1.id] }]);
		const row = { conference: f.id, version, requirement: b1.id, setter: f.ilse.participant };
		await f.ilse.client.collection('looks').create({ ...row, result: 'notYet', reason: 'Sunday' });
		await f.riet.client.collection('conferences').update(f.id, { phase: 'privateTime' });
		for (const who of [f.yara, f.riet]) {
			expect(await seenBy(who.client, 'plan_versions')).toEqual([version]);
			expect(await seenBy(who.client, 'agreements')).toHaveLength(1);
			expect(await seenBy(who.client, 'looks', 'reason')).toEqual(['Sunday']);
		}
		for (const who of [f.amina, f.ilse, f.tarik, f.denzel]) {
			for (const what of ['plan_versions', 'agreements', 'looks']) expect(await seenBy(who.client, what), what).toEqual([]);
		}
	});
});
