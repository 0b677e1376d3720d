import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
let f: Family;
const proof = 'what-only-the-link-of-yara-holds';
beforeAll(async () => {
	pb = await startForTest();
	f = await family(pb, 'privateTime');
});
afterAll(() => pb.stop());

const enter = (who: { client: Family['bas']['client']; participant: string }, more: object = {}) =>
	answerOf(
		who.client.collection('let_in').create({ conference: f.id, participant: who.participant, ...more })
	);

describe('the door of the private room', () => {
	it('[AC4] is begun by the circle, once, and by nobody from outside', async () => {
		const room = { conference: f.id, roomId: 'a'.repeat(32), linkProof: proof };
		for (const one of [f.amina, f.ilse, f.tarik, f.sanne, f.denzel]) {
			expect(await answerOf(one.client.collection('rooms').create(room))).toBe('400');
		}
		expect(await answerOf(f.karin.collection('rooms').create(room))).toBe('400');
		const made = await f.yara.client.collection('rooms').create(room);
		expect(made.linkProof).toBeUndefined();
		expect(await answerOf(f.bas.client.collection('rooms').create({ ...room, roomId: 'b'.repeat(32) }))).toBe(
			'400'
		);
		expect(await seenBy(f.yara.client, 'let_in', 'participant')).toEqual([f.yara.participant]);
		const kept = await pb.su.collection('rooms').getOne(made.id);
		expect(kept.linkProof).toMatch(/^[0-9a-f]{64}$/);
	});

	it('[AC2][RM1] opens with the proof of the link, or by somebody inside; being on the list is not enough', async () => {
		expect(await enter(f.bas)).toBe('400');
		expect(await enter(f.bas, { proof: 'a guess' })).toBe('400');
		expect(await enter(f.bas, { by: f.bas.participant })).toBe('400');
		expect(await enter(f.bas, { by: f.yara.participant })).toBe('400');
		expect(await enter(f.bas, { proof })).toBe('allowed');
		const byBas = { conference: f.id, participant: f.denzel.participant, by: f.bas.participant };
		expect(await answerOf(f.riet.client.collection('let_in').create(byBas))).toBe('400');
		expect(await answerOf(f.bas.client.collection('let_in').create(byBas))).toBe('allowed');
		const kept = await pb.su.collection('let_in').getFullList();
		expect(kept.every((row) => row.proof === '')).toBe(true);
	});

	it('[AC4] no proof opens it to who is or was coordinator, professional or manager', async () => {
		const aunt = await f.add('Aunt', [{ kind: 'circle' }, { kind: 'setter' }]);
		const former = await f.add('Former', [{ kind: 'informationGiver', ended: true }, { kind: 'circle' }]);
		for (const one of [f.amina, f.ilse, f.tarik, f.sanne, aunt, former]) {
			expect(await enter(one, { proof })).toBe('400');
			expect(await seenBy(one.client, 'rooms')).toEqual([]);
			expect(await seenBy(one.client, 'let_in')).toEqual([]);
		}
		const row = { conference: f.id, participant: aunt.participant };
		expect(await answerOf(pb.su.collection('let_in').create(row))).toBe('AC4');
		const manager = await f.add('Karin', [{ kind: 'circle' }], { account: f.karinAccount });
		expect(await enter(manager, { proof })).toBe('400');
		expect(await seenBy(manager.client, 'rooms')).toEqual([]);
	});

	it('the circle sees who is inside; others see that a conference has a door, and no more', async () => {
		expect(await seenBy(f.riet.client, 'let_in')).toHaveLength(3);
		expect(await seenBy(f.denzel.client, 'let_in', 'participant')).toEqual([f.denzel.participant]);
		expect(await seenBy(f.denzel.client, 'rooms')).toHaveLength(1);
		const [door] = await f.ilse.client.collection('conferences').getFullList();
		expect(Object.keys(door ?? {}).toSorted()).toEqual([
			'applicant',
			'collectionId',
			'collectionName',
			'coordinatorLeft',
			'id',
			'outcome',
			'phase',
			'presented',
			'region',
			'reviewDate',
			'title'
		]);
		expect(await seenBy(f.sanne.client, 'conferences')).toEqual([]);
		expect(await seenBy(f.denzel.client, 'conferences')).toEqual([]);
	});

	it('[PT3] one question goes out and one answer comes back, without an author', async () => {
		const question = { conference: f.id, to: f.ilse.participant, question: 'Is half past six early enough?' };
		const made = await f.bas.client.collection('room_questions').create(question);
		expect(await seenBy(f.ilse.client, 'room_questions', 'question')).toEqual([question.question]);
		expect(await seenBy(f.tarik.client, 'room_questions')).toEqual([]);
		const answer = (text: string, who = f.ilse) =>
			answerOf(who.client.collection('room_questions').update(made.id, { answer: text }));
		expect(await answer('no', f.tarik)).toBe('404');
		expect(await answer('No, at six.')).toBe('allowed');
		expect(await answer('Well, yes.')).toBe('404');
	});

	it('[RM2] everyone may leave, a central person puts out others, and nobody a central person', async () => {
		const rows = await pb.su.collection('let_in').getFullList();
		const rowOf = (one: { participant: string }) =>
			rows.find((row) => row.participant === one.participant)?.id ?? '';
		const out = (by: typeof f.bas, who: typeof f.bas) =>
			answerOf(by.client.collection('let_in').delete(rowOf(who)));
		expect(await out(f.bas, f.yara)).toBe('404');
		expect(await out(f.riet, f.bas)).toBe('404');
		expect(await out(f.bas, f.bas)).toBe('allowed');
		expect(await out(f.yara, f.denzel)).toBe('allowed');
	});
});
