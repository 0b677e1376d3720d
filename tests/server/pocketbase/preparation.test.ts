import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
let f: Family;
beforeAll(async () => {
	pb = await startForTest();
	f = await family(pb);
});
afterAll(() => pb.stop());

describe('contact data', () => {
	it('[AC1] others see what was ticked and nothing else, and no longer once the tick is gone', async () => {
		const own = {
			conference: f.id,
			participant: f.bas.participant,
			mail: 'bas@kring.example',
			phone: '0612'
		};
		const row = await f.bas.client.collection('contacts').create({ ...own, sharePhone: true });
		expect(await seenBy(f.riet.client, 'shared_contacts', 'value')).toEqual(['0612']);
		expect(await seenBy(f.riet.client, 'contacts')).toEqual([]);
		expect(await seenBy(f.ilse.client, 'shared_contacts')).toEqual([]);
		expect(await seenBy(f.sanne.client, 'shared_contacts')).toEqual([]);
		expect(await seenBy(f.amina.client, 'contacts', 'mail')).toEqual(['bas@kring.example']);
		await f.bas.client.collection('contacts').update(row.id, { sharePhone: false });
		expect(await seenBy(f.riet.client, 'shared_contacts')).toEqual([]);
		const made = { conference: f.id, participant: f.bas.participant, kind: 'mail', value: 'x' };
		expect(await answerOf(f.bas.client.collection('shared_contacts').create(made))).toBe('403');
	});

	it('the circle has names, and the coordinator what is more', async () => {
		const row = { conference: f.id, participant: f.riet.participant, relation: 'grandmother' };
		await f.amina.client.collection('participant_details').create(row);
		expect(await seenBy(f.bas.client, 'participant_details')).toEqual([]);
		expect(await seenBy(f.riet.client, 'participant_details', 'relation')).toEqual(['grandmother']);
		expect(await seenBy(f.bas.client, 'participants', 'name')).toContain('Riet');
		expect(await seenBy(f.ilse.client, 'participants', 'name')).toEqual(['Ilse']);
		expect(await seenBy(f.sanne.client, 'participants', 'name')).toEqual(['Sanne']);
		expect(await seenBy(f.sanne.client, 'my_conferences', 'title')).toEqual(['De Wit']);
	});
});

describe('what people say beforehand', () => {
	it('[PR1] needs are seen by the person and the coordinator', async () => {
		const row = { conference: f.id, participant: f.riet.participant, text: 'a ride' };
		expect(await answerOf(f.bas.client.collection('needs').create(row))).toBe('400');
		await f.riet.client.collection('needs').create(row);
		expect(await seenBy(f.amina.client, 'needs', 'text')).toEqual(['a ride']);
		expect(await seenBy(f.yara.client, 'needs')).toEqual([]);
	});

	it("[PR2] nobody sees another's dates; whoever is asked may say theirs, and one may answer for Joop, marked", async () => {
		const day = (participant: string, more = {}) => ({
			conference: f.id,
			participant,
			day: '2027-01-16',
			answer: 'yes',
			...more
		});
		await f.sanne.client.collection('date_answers').create(day(f.sanne.participant));
		await f.ilse.client.collection('date_answers').create(day(f.ilse.participant));
		expect(await answerOf(f.riet.client.collection('date_answers').create(day(f.joop)))).toBe('400');
		await f.riet.client.collection('date_answers').create(day(f.joop, { onBehalfBy: f.riet.participant }));
		const forged = day(f.bas.participant, { onBehalfBy: f.bas.participant });
		expect(await answerOf(f.riet.client.collection('date_answers').create(forged))).toBe('400');
		expect(await seenBy(f.riet.client, 'date_answers', 'participant')).toEqual([f.joop]);
		expect(await seenBy(f.bas.client, 'date_answers')).toEqual([]);
		expect(await seenBy(f.amina.client, 'date_answers')).toHaveLength(3);
	});

	it('a safety agreement is read by who is named in it', async () => {
		const row = {
			conference: f.id,
			text: 'by the side door',
			named: [f.yara.participant, f.bas.participant]
		};
		await f.amina.client.collection('safety_agreements').create(row);
		expect(await seenBy(f.bas.client, 'safety_agreements', 'text')).toEqual(['by the side door']);
		expect(await seenBy(f.riet.client, 'safety_agreements')).toEqual([]);
		expect(await seenBy(f.ilse.client, 'safety_agreements')).toEqual([]);
	});

	it('[CH1] a message is there in the parts its author chose', async () => {
		const place = await family(pb);
		const row = {
			conference: place.id,
			participant: place.sanne.participant,
			text: 'dear all',
			parts: ['information']
		};
		await place.sanne.client.collection('messages').create(row);
		const readers = async () => [
			(await seenBy(place.riet.client, 'messages')).length,
			(await seenBy(place.amina.client, 'messages')).length
		];
		expect(await readers()).toEqual([0, 0]);
		await place.phase('information');
		expect(await readers()).toEqual([1, 1]);
		await place.phase('presentation');
		expect(await readers()).toEqual([0, 0]);
	});
});

describe('contributions', () => {
	it('[CS1] shows once everybody it is about said yes, and is gone at once when one takes it back', async () => {
		const place = await family(pb, 'preparation');
		const { tarik, yara, bas, riet, amina } = place;
		const by = { conference: place.id, professional: tarik.participant };
		const about = [yara.participant, bas.participant];
		const topic = await tarik.client
			.collection('contribution_topics')
			.create({ ...by, topic: 'school', about, open: true });
		await tarik.client.collection('contributions').create({ ...by, topic: topic.id, text: 'missed 14 days' });
		await place.phase('information');
		const texts = async () => [
			...(await seenBy(riet.client, 'contributions', 'text')),
			...(await seenBy(amina.client, 'contributions', 'text'))
		];
		const say = (who: typeof yara, answer: string) =>
			who.client
				.collection('consents')
				.create({ conference: place.id, topic: topic.id, participant: who.participant, answer });
		expect(await texts()).toEqual([]);
		await say(yara, 'yes');
		expect(await texts()).toEqual([]);
		expect(await answerOf(say(riet, 'yes'))).toBe('400');
		const bass = await say(bas, 'yes');
		expect(await texts()).toEqual(['missed 14 days', 'missed 14 days']);
		await bas.client.collection('consents').update(bass.id, { answer: 'withdrawn' });
		expect(await texts()).toEqual([]);
		expect(await seenBy(tarik.client, 'contributions', 'text')).toEqual(['missed 14 days']);
		expect(await seenBy(tarik.client, 'consents', 'answer')).toEqual(['withdrawn', 'yes']);
		expect(await seenBy(riet.client, 'consents')).toEqual([]);
		const opened = tarik.client.collection('contribution_topics').update(topic.id, { open: true });
		expect(await answerOf(opened)).toBe('403');
	});
});

describe('the coordinator', () => {
	it('[CO1] never belongs to an organisation that takes part, whichever comes first', async () => {
		const place = await family(pb);
		const hat = (participant: string, kind: string, organisation: string) =>
			answerOf(pb.su.collection('hats').create({ conference: place.id, participant, kind, organisation }));
		const salma = await place.add('Salma', []);
		expect(await hat(salma.participant, 'informationGiver', ' netwerk  OOST ')).toBe('CO1');
		expect(await hat(salma.participant, 'informationGiver', 'Wijkteam')).toBe('allowed');
		const account = await pb.account('Bram', { organisation: 'Jeugdbescherming Waterveen' });
		const bram = await place.add('Bram', [], { account });
		expect(await hat(bram.participant, 'coordinator', '')).toBe('CO1');
		const other = await place.add('Other', []);
		expect(await hat(other.participant, 'coordinator', 'Elsewhere')).toBe('CO5');
	});

	it('[CO3] withdraws: every unused code dies, everybody sees it, and nothing opens any more', async () => {
		const place = await family(pb, 'followThrough');
		const code = (hash: string, more: object) =>
			pb.su
				.collection('codes')
				.create({ kind: 'invitation', hash, expires: '2030-01-01 00:00:00.000Z', ...more });
		const elsewhere = await code('c'.repeat(64), { conference: f.id });
		await code('a'.repeat(64), { conference: place.id });
		await code('b'.repeat(64), { participant: place.joop });
		const filter = pb.su.filter('conference={:id} && kind="coordinator"', { id: place.id });
		const hat = await place.amina.client.collection('hats').getFirstListItem(filter);
		expect(await answerOf(place.yara.client.collection('hats').update(hat.id, { ended: true }))).toBe('404');
		expect(await answerOf(place.amina.client.collection('hats').update(hat.id, { ended: true }))).toBe(
			'allowed'
		);
		expect((await pb.su.collection('codes').getFullList()).map((one) => one.id)).toEqual([elsewhere.id]);
		expect(await seenBy(place.riet.client, 'conferences', 'coordinatorLeft')).toEqual(['true']);
		expect(await seenBy(place.ilse.client, 'conferences', 'coordinatorLeft')).toEqual(['true']);
		for (const collection of [
			'conferences',
			'participants',
			'hats',
			'contacts',
			'requirements',
			'my_conferences'
		]) {
			expect(await seenBy(place.amina.client, collection)).toEqual([]);
		}
		expect(await answerOf(place.amina.client.collection('hats').update(hat.id, { ended: false }))).toBe(
			'404'
		);
	});

	it('[CO4] invited back, a coordinator sees that meeting until it is over, and nothing else', async () => {
		const place = await family(pb, 'followThrough');
		const row = { conference: place.id, day: '2027-04-17', invited: [place.amina.participant] };
		await place.marleen.client.collection('review_meetings').create(row);
		const filter = pb.su.filter('conference={:id} && kind="coordinator"', { id: place.id });
		const hat = await pb.su.collection('hats').getFirstListItem(filter);
		await pb.su.collection('hats').update(hat.id, { ended: true });
		expect(await seenBy(place.amina.client, 'review_meetings')).toEqual([]);
		await pb.su.collection('hats').update(hat.id, { until: '2999-01-01 00:00:00.000Z' });
		expect(await seenBy(place.amina.client, 'review_meetings', 'day')).toEqual(['2027-04-17']);
		expect(await seenBy(place.amina.client, 'participants')).toEqual([]);
		await pb.su.collection('hats').update(hat.id, { until: '2020-01-01 00:00:00.000Z' });
		expect(await seenBy(place.amina.client, 'review_meetings')).toEqual([]);
	});
});
