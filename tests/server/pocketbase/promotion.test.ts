import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
let f: Family;
beforeAll(async () => {
	pb = await startForTest();
	f = await family(pb);
});
afterAll(() => pb.stop());

const refusedAs = /^(400|403|404)$/;

describe('nobody makes themselves more than they are', () => {
	it('[AC4] no login changes what it manages, coordinates or belongs to', async () => {
		const own = f.bas.client.collection('accounts');
		for (const more of [
			{ manages: f.region },
			{ coordinates: [f.region] },
			{ organisation: 'x' },
			{ handle: 'yara-000000' }
		]) {
			expect(await answerOf(own.update(f.bas.account, more))).toBe('404');
		}
		expect(await answerOf(own.update(f.bas.account, { name: 'Bas H.' }))).toBe('allowed');
		expect(await answerOf(f.bas.client.collection('accounts').update(f.yara.account, { name: 'x' }))).toBe(
			'404'
		);
		const password = { password: 'a-new-password', passwordConfirm: 'a-new-password' };
		expect(await answerOf(own.create({ handle: 'second-bas-1', ...password }))).toBe('400');
	});

	it('[AC4] a region manager makes logins for the own region, and no other manager', async () => {
		const password = { password: 'a-new-password', passwordConfirm: 'a-new-password' };
		const make = (more: object) =>
			answerOf(
				f.karin
					.collection('accounts')
					.create({ handle: `new-${Math.random()}`.slice(0, 20), ...password, ...more })
			);
		expect(await make({ coordinates: [f.region] })).toBe('allowed');
		expect(await make({ organisation: 'Jeugdbescherming Waterveen' })).toBe('allowed');
		expect(await make({ manages: f.region })).toBe('400');
		const other = await pb.su.collection('regions').create({ name: 'Elsewhere' });
		expect(await make({ coordinates: [other.id] })).toBe('400');
		expect(await make({ coordinates: [f.region, other.id] })).toBe('400');
	});

	it('[CO5] nobody gives a coordinator hat but the region manager, and not to themselves', async () => {
		const hat = (participant: string) => ({ conference: f.id, participant, kind: 'coordinator' });
		for (const { client, participant } of [f.yara, f.bas, f.amina, f.ilse, f.sanne, f.denzel]) {
			expect(await answerOf(client.collection('hats').create(hat(participant)))).toBe('400');
		}
		const karin = { conference: f.id, account: f.karinAccount, name: 'Karin', state: 'joined' };
		expect(await answerOf(f.karin.collection('participants').create(karin))).toBe('400');
		expect(await answerOf(f.karin.collection('hats').create(hat(f.bas.participant)))).toBe('400');
	});

	it('[AC4] a coordinator gives others their hats and takes none', async () => {
		const hat = (participant: string, kind: string) =>
			answerOf(f.amina.client.collection('hats').create({ conference: f.id, participant, kind }));
		expect(await hat(f.riet.participant, 'spokesperson')).toBe('allowed');
		expect(await hat(f.amina.participant, 'circle')).toBe('400');
		expect(await hat(f.amina.participant, 'centralPerson')).toBe('400');
	});

	it('[RM1] circle, setter and whoever is asked give no hats at all', async () => {
		for (const { client, participant } of [f.bas, f.ilse, f.tarik, f.sanne, f.denzel]) {
			for (const kind of ['centralPerson', 'circle', 'setter', 'contactPerson']) {
				expect(
					await answerOf(client.collection('hats').create({ conference: f.id, participant, kind }))
				).toBe('400');
			}
		}
	});

	it('[IN3] the organiser cannot join a login to a person, nor answer for somebody who has one', async () => {
		const amina = f.amina.client.collection('participants');
		expect(await answerOf(amina.update(f.joop, { account: f.amina.account }))).toBe('404');
		expect(await answerOf(amina.update(f.sanne.participant, { state: 'joined' }))).toBe('404');
		expect(await answerOf(amina.update(f.riet.participant, { barred: false }))).toBe('allowed');
		expect(await answerOf(amina.update(f.riet.participant, { barred: true }))).toBe('404');
		const smuggled = { conference: f.id, name: 'x', account: f.amina.account, state: 'joined' };
		expect(await answerOf(amina.create(smuggled))).toBe('400');
	});

	it('[IN3] the organiser corrects a mail address only of who has no login yet', async () => {
		const contact = (participant: string) =>
			pb.su.collection('contacts').create({ conference: f.id, participant, mail: 'old@kring.example' });
		const riets = await contact(f.riet.participant);
		const joops = await contact(f.joop);
		const amina = f.amina.client.collection('contacts');
		expect(await answerOf(amina.update(riets.id, { mail: 'amina@coordinator.example' }))).toBe('404');
		expect(await answerOf(amina.update(riets.id, { phone: '1' }))).toBe('allowed');
		expect(await answerOf(amina.update(joops.id, { mail: 'joop@kring.example' }))).toBe('allowed');
	});

	it('[IN2] an answer for somebody without a login says by whom it was given', async () => {
		const hein = await pb.su
			.collection('participants')
			.create({ conference: f.id, name: 'Hein', state: 'asked' });
		const after = await f.amina.client.collection('participants').update(hein.id, { state: 'joined' });
		expect(after.answeredBy).toBe(f.amina.participant);
		const own = await f.sanne.client
			.collection('participants')
			.update(f.sanne.participant, { state: 'joined' });
		expect(own.answeredBy).toBe('');
	});

	it('[RM2] a central person is taken off the list by nobody; everybody else may leave', async () => {
		const bas = await f.add('Gino', [{ kind: 'circle' }]);
		const state = (client = bas.client, who = bas.participant) =>
			answerOf(client.collection('participants').update(who, { state: 'removed' }));
		expect(await state(f.amina.client, f.yara.participant)).toBe('RM2');
		expect(await state(f.riet.client, bas.participant)).toMatch(refusedAs);
		expect(await state()).toBe('allowed');
		expect(
			await answerOf(bas.client.collection('participants').update(bas.participant, { state: 'joined' }))
		).toBe('404');
	});
});
