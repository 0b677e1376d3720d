import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
beforeAll(async () => {
	pb = await startForTest();
});
afterAll(() => pb.stop());

const DAY = '2027-01-04';

/** Noor, in the pool of this region, of an organisation of her own. */
async function noor(f: Family, organisation = 'Noor helpt') {
	const account = await pb.account('Noor', { coordinates: [f.region], organisation });
	const client = await pb.as(account);
	const own = async () => {
		const filter = pb.su.filter('conference = {:id} && account = {:account}', { id: f.id, account });
		return pb.su.collection('participants').getFirstListItem(filter);
	};
	return { account, client, own };
}

const offer = (f: Family, candidate: string) => {
	const row = { conference: f.id, state: 'offered', reason: 'ill', candidate };
	return f.karin.collection('coordinator_changes').create(row);
};

const answer = (f: Family, change: string, more: object = {}) => {
	const by = f.yara.participant;
	const row = { conference: f.id, change, centralPerson: by, by, answer: 'yes', ...more };
	return f.yara.client.collection('coordinator_yeses').create(row);
};

describe('whoever is matched', () => {
	it('[CO1] coordinates only once she declared to be independent; until then she sees names and organises nothing', async () => {
		const f = await family(pb, 'application');
		const filter = pb.su.filter('conference = {:id} && kind = "coordinator"', { id: f.id });
		const before = await pb.su.collection('hats').getFirstListItem(filter);
		await pb.su.collection('hats').update(before.id, { ended: true });
		const { account, client, own } = await noor(f);
		const participant = 'noornoornoornoo';
		const person = { id: participant, conference: f.id, account, name: 'Noor', state: 'asked' };
		await f.karin.collection('participants').create(person);
		await f.karin.collection('hats').create({ conference: f.id, participant, kind: 'coordinator' });
		await f.phase('preparation');
		expect(await seenBy(client, 'participants', 'name')).toContain('Yara');
		for (const hidden of ['contacts', 'conferences', 'needs', 'briefings', 'requirements']) {
			expect(await seenBy(client, hidden), hidden).toEqual([]);
		}
		const row = { conference: f.id, participant: f.riet.participant, goal: true };
		expect(await answerOf(client.collection('briefings').create(row))).toBe('400');
		expect(await answerOf(client.collection('participants').update(participant, { state: 'joined' }))).toBe('CO1');
		const declares = { state: 'joined', independentOn: DAY };
		expect(await answerOf(client.collection('participants').update(participant, declares))).toBe('allowed');
		expect((await own()).independentOn).toBe(DAY);
		expect(await seenBy(client, 'conferences', 'title')).toEqual(['De Wit']);
		expect(await seenBy(f.yara.client, 'participants', 'independentOn')).toContain(DAY);
	});

	it('[CO1] nobody else gets a day of declaring, and nobody declares for another', async () => {
		const f = await family(pb);
		const joined = { state: 'joined', independentOn: DAY };
		await f.sanne.client.collection('participants').update(f.sanne.participant, joined);
		expect((await pb.su.collection('participants').getOne(f.sanne.participant)).independentOn).toBe('');
		const amina = f.yara.client.collection('participants').update(f.amina.participant, { independentOn: DAY });
		expect(await answerOf(amina)).toBe('404');
	});

	it('[CO5] in preparation the region manager puts nobody in place without being asked', async () => {
		const f = await family(pb);
		const { account } = await noor(f);
		const person = { conference: f.id, account, name: 'Noor', state: 'asked' };
		expect(await answerOf(f.karin.collection('participants').create(person))).toBe('400');
		const filter = pb.su.filter('conference = {:id} && kind = "coordinator"', { id: f.id });
		const hat = await pb.su.collection('hats').getFirstListItem(filter);
		expect(await answerOf(f.karin.collection('hats').update(hat.id, { ended: true }))).toBe('404');
	});
});

describe('another coordinator', () => {
	it('[CO5] Karin offers Noor, Yara says yes, Noor declares: only then Amina’s access ends, as in CO3', async () => {
		const f = await family(pb, 'information');
		const { account, client, own } = await noor(f);
		const code = { kind: 'invitation', hash: 'd'.repeat(64), participant: f.joop, expires: '2030-01-01 00:00:00.000Z' };
		await pb.su.collection('codes').create(code);
		const change = await offer(f, account);
		expect([change.name, change.organisation]).toEqual(['Noor', 'Noor helpt']);
		expect(await seenBy(client, 'participants')).toEqual([]);
		await answer(f, change.id);
		expect(await seenBy(client, 'participants', 'name')).toContain('Yara');
		expect(await seenBy(f.amina.client, 'conferences', 'title')).toEqual(['De Wit']);
		const declares = { state: 'joined', independentOn: DAY };
		await client.collection('participants').update((await own()).id, declares);
		expect(await seenBy(client, 'conferences', 'title')).toEqual(['De Wit']);
		for (const gone of ['conferences', 'participants', 'contacts', 'requirements']) {
			expect(await seenBy(f.amina.client, gone), gone).toEqual([]);
		}
		expect(await pb.su.collection('codes').getFullList()).toEqual([]);
		expect(await seenBy(f.riet.client, 'conferences', 'coordinatorLeft')).toEqual(['false']);
		expect(await seenBy(f.yara.client, 'coordinator_changes')).toEqual([]);
		expect(await seenBy(f.karin, 'coordinations', 'name')).toEqual(['Noor']);
	});

	it('[CO5] one no of a central person ends it: Noor hears of nobody, and Amina stays', async () => {
		const f = await family(pb);
		const { account, client } = await noor(f);
		const change = await offer(f, account);
		await answer(f, change.id, { answer: 'no' });
		expect(await seenBy(f.karin, 'coordinator_changes', 'state')).toEqual(['declined']);
		expect(await answerOf(answer(f, change.id))).toMatch(/^(400|404)$/);
		expect(await seenBy(client, 'participants')).toEqual([]);
		expect(await seenBy(f.amina.client, 'conferences', 'title')).toEqual(['De Wit']);
	});

	it('[CO5] of two central persons both say yes; for one of eleven the one who answers for her', async () => {
		const f = await family(pb);
		const kim = await pb.su.collection('participants').create({ conference: f.id, name: 'Kim', state: 'joined' });
		await pb.su.collection('hats').create({ conference: f.id, participant: kim.id, kind: 'centralPerson' });
		await pb.su.collection('participant_details').create({ conference: f.id, participant: kim.id, age: 11 });
		await pb.su.collection('participants').update(kim.id, { representative: f.bas.participant });
		const { account, client } = await noor(f);
		const change = await offer(f, account);
		await answer(f, change.id);
		expect(await seenBy(client, 'participants')).toEqual([]);
		expect(await seenBy(f.bas.client, 'coordinator_changes', 'name')).toEqual(['Noor']);
		expect(await seenBy(f.riet.client, 'coordinator_changes')).toEqual([]);
		const forKim = (by: string) => ({ conference: f.id, change: change.id, centralPerson: kim.id, by, answer: 'yes' });
		const riet = f.riet.client.collection('coordinator_yeses').create(forKim(f.riet.participant));
		expect(await answerOf(riet)).toBe('400');
		expect(await answerOf(answer(f, change.id, { centralPerson: kim.id }))).toBe('400');
		await f.bas.client.collection('coordinator_yeses').create(forKim(f.bas.participant));
		expect(await seenBy(client, 'participants', 'name')).toContain('Yara');
	});

	it('[CO5] Noor says no: Amina stays, and Karin may offer somebody else', async () => {
		const f = await family(pb);
		const { account, client, own } = await noor(f);
		const change = await offer(f, account);
		await answer(f, change.id);
		await client.collection('participants').update((await own()).id, { state: 'declined' });
		expect(await seenBy(client, 'participants', 'name')).toEqual([]);
		expect(await seenBy(f.karin, 'coordinator_changes', 'state')).toEqual(['declined']);
		expect(await seenBy(f.amina.client, 'conferences', 'coordinatorLeft')).toEqual(['false']);
		const salma = await pb.account('Salma', { coordinates: [f.region], organisation: 'Eigen praktijk' });
		const again = { state: 'offered', reason: 'ill', candidate: salma };
		const offered = await f.karin.collection('coordinator_changes').update(change.id, again);
		expect(offered.name).toBe('Salma');
		expect(await answerOf(answer(f, change.id))).toBe('allowed');
	});

	it('[CO1] nobody is offered who works for a party, or is family; nor by another region, nor the manager herself', async () => {
		const f = await family(pb);
		const bound = await noor(f, ' jeugdbescherming  waterveen ');
		expect(await answerOf(offer(f, bound.account))).toBe('CO1');
		const aunt = await pb.account('Aunt', { coordinates: [f.region] });
		await f.add('Aunt', [{ kind: 'circle' }], { account: aunt });
		expect(await answerOf(offer(f, aunt))).toBe('CO1');
		expect(await answerOf(offer(f, f.karinAccount))).toMatch(/^(400|CO5)$/);
		expect(await answerOf(offer(f, f.bas.account))).toBe('CO5');
		const elsewhere = await pb.su.collection('regions').create({ name: 'Elsewhere' });
		const marga = await pb.as(await pb.account('Marga', { manages: elsewhere.id }));
		const { account } = await noor(f);
		const row = { conference: f.id, state: 'offered', reason: 'ill', candidate: account };
		expect(await answerOf(marga.collection('coordinator_changes').create(row))).toBe('400');
		expect(await seenBy(marga, 'coordinations')).toEqual([]);
	});

	it('[AC3] who did not coordinate it and does not manage it sees nothing of it', async () => {
		const f = await family(pb);
		const { account } = await noor(f);
		const change = await offer(f, account);
		await answer(f, change.id);
		for (const { client } of [f.riet, f.bas, f.ilse, f.tarik, f.denzel, f.sanne]) {
			for (const name of ['coordinator_changes', 'coordinator_yeses', 'coordinations']) {
				expect(await seenBy(client, name), name).toEqual([]);
			}
		}
	});
});

describe('a party that the coordinator belongs to', () => {
	const salma = async (f: Family) => {
		const person = await f.amina.client
			.collection('participants')
			.create({ conference: f.id, name: 'Salma', state: 'asked' });
		const hat = { conference: f.id, participant: person.id, kind: 'informationGiver', organisation: 'netwerk OOST' };
		return answerOf(f.amina.client.collection('hats').create(hat));
	};

	it('[CO1] joins once another coordinator is asked for; the day opens with the next one', async () => {
		const f = await family(pb);
		expect(await salma(f)).toBe('CO1');
		const wanted = { conference: f.id, state: 'wanted', reason: 'notIndependent' };
		await f.amina.client.collection('coordinator_changes').create(wanted);
		expect(await salma(f)).toBe('allowed');
		expect(await seenBy(f.karin, 'coordinator_changes', 'reason')).toEqual(['notIndependent']);
		const opens = f.amina.client.collection('conferences').update(f.id, { phase: 'information' });
		expect(await answerOf(opens)).toBe('CO1');
		const { account, client, own } = await noor(f);
		const change = await offer(f, account);
		await answer(f, change.id);
		await client.collection('participants').update((await own()).id, { state: 'joined', independentOn: DAY });
		const next = client.collection('conferences').update(f.id, { phase: 'information' });
		expect(await answerOf(next)).toBe('PH2');
	});

	it('[CO1] asking for another is the central person’s and the coordinator’s, and can be taken back', async () => {
		const f = await family(pb);
		const wanted = { conference: f.id, state: 'wanted', reason: 'other' };
		for (const { client } of [f.riet, f.ilse, f.tarik, f.sanne]) {
			expect(await answerOf(client.collection('coordinator_changes').create(wanted))).toBe('400');
		}
		const row = await f.yara.client.collection('coordinator_changes').create(wanted);
		const named = f.yara.client.collection('coordinator_changes').create({ ...wanted, candidate: f.bas.account });
		expect(await answerOf(named)).toBe('400');
		expect(await answerOf(f.yara.client.collection('coordinator_changes').delete(row.id))).toBe('allowed');
	});
});
