import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from '#lib/domain/cast.fixture.ts';
import { remove } from '#lib/domain/circle/remove.ts';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
let f: Family;
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
	it('[AC4] is begun by the circle, and by nobody from outside', async () => {
		const room = { conference: f.id, roomId: 'a'.repeat(32) };
		for (const one of [f.amina, f.ilse, f.tarik, f.sanne, f.denzel]) {
			expect(await answerOf(one.client.collection('rooms').create(room))).toBe('400');
		}
		expect(await answerOf(f.karin.collection('rooms').create(room))).toBe('400');
		expect(await answerOf(f.yara.client.collection('rooms').create(room))).toBe('allowed');
		expect(await answerOf(f.bas.client.collection('rooms').create({ ...room, roomId: 'b'.repeat(32) }))).toBe(
			'400'
		);
		expect(await seenBy(f.yara.client, 'let_in', 'participant')).toEqual([f.yara.participant]);
	});

	it('[SR1] is begun anew beside the first, but by who is in: nobody opens the first lock to themselves (AC2)', async () => {
		const again = { conference: f.id, roomId: 'c'.repeat(32) };
		expect(await answerOf(f.riet.client.collection('rooms').create(again))).toBe('400');
		expect(await seenBy(f.riet.client, 'rooms')).toHaveLength(1);
		expect(await answerOf(f.yara.client.collection('rooms').create(again))).toBe('allowed');
		expect(await answerOf(f.yara.client.collection('rooms').create(again))).toBe('400');
		expect(await seenBy(f.riet.client, 'rooms', 'roomId')).toEqual(['a'.repeat(32), 'c'.repeat(32)]);
		expect(await seenBy(f.yara.client, 'let_in', 'participant')).toEqual([f.yara.participant]);
		await pb.su.collection('rooms').delete((await pb.su.collection('rooms').getFirstListItem(`roomId = '${again.roomId}'`)).id);
	});

	it('[SR1] is begun anew by whoever may begin once nobody is in any more', async () => {
		const others = await family(pb, 'privateTime');
		const room = { conference: others.id, roomId: 'd'.repeat(32) };
		expect(await answerOf(others.yara.client.collection('rooms').create(room))).toBe('allowed');
		const [own] = await others.yara.client.collection('let_in').getFullList();
		expect(await answerOf(others.yara.client.collection('let_in').delete(own!.id))).toBe('allowed');
		const anew = { ...room, roomId: 'e'.repeat(32) };
		expect(await answerOf(others.bas.client.collection('rooms').create(anew))).toBe('allowed');
		expect(await seenBy(others.bas.client, 'let_in', 'participant')).toEqual([others.bas.participant]);
		expect(await answerOf(others.yara.client.collection('rooms').create({ ...room, roomId: 'f'.repeat(32) }))).toBe('400');
	});

	it('[AC2][RM1] opens by somebody inside, in their own name; being on the list is not enough', async () => {
		expect(await enter(f.bas)).toBe('400');
		expect(await enter(f.bas, { by: f.bas.participant })).toBe('400');
		expect(await enter(f.bas, { by: f.yara.participant })).toBe('400');
		const byYara = { conference: f.id, participant: f.bas.participant, by: f.yara.participant };
		expect(await answerOf(f.yara.client.collection('let_in').create(byYara))).toBe('allowed');
		const byBas = { conference: f.id, participant: f.denzel.participant, by: f.bas.participant };
		expect(await answerOf(f.riet.client.collection('let_in').create(byBas))).toBe('400');
		expect(await answerOf(f.bas.client.collection('let_in').create(byBas))).toBe('allowed');
		const byDenzel = { ...byBas, participant: f.riet.participant, by: f.denzel.participant };
		expect(await answerOf(f.denzel.client.collection('let_in').create(byDenzel))).toBe('400');
	});

	it('[AC4] nobody inside opens it to who is or was coordinator, professional or manager', async () => {
		const aunt = await f.add('Aunt', [{ kind: 'circle' }, { kind: 'setter' }]);
		const former = await f.add('Former', [{ kind: 'informationGiver', ended: true }, { kind: 'circle' }]);
		for (const one of [f.amina, f.ilse, f.tarik, f.sanne, aunt, former]) {
			const row = { conference: f.id, participant: one.participant, by: f.yara.participant };
			expect(await answerOf(f.yara.client.collection('let_in').create(row))).toBe('400');
			expect(await seenBy(one.client, 'rooms')).toEqual([]);
			expect(await seenBy(one.client, 'let_in')).toEqual([]);
		}
		const row = { conference: f.id, participant: aunt.participant };
		expect(await answerOf(pb.su.collection('let_in').create(row))).toBe('AC4');
		const manager = await f.add('Karin', [{ kind: 'circle' }], { account: f.karinAccount });
		expect(await enter(manager, { by: manager.participant })).toBe('400');
		expect(await seenBy(manager.client, 'rooms')).toEqual([]);
	});

	it('[RM1] opens for nobody who has not said yes, comes for something else, or is of another family', async () => {
		const guest = await f.add('Guus', [{ kind: 'guest', until: '2199-01-01 00:00:00.000Z' }]);
		const gone = await f.add('Gone', [{ kind: 'circle' }], { state: 'removed' });
		const others = await family(pb, 'privateTime');
		for (const who of [f.sanne, guest, gone, others.riet]) {
			const row = { conference: f.id, participant: who.participant, by: f.bas.participant };
			for (const collection of ['let_in', 'door_openings']) {
				expect(await answerOf(f.bas.client.collection(collection).create(row))).toBe('400');
			}
		}
	});

	it('[RM1] is opened for a guest of the room to knock by somebody inside, for a while or until they leave', async () => {
		const els = await f.add('Els', [{ kind: 'outsideSupportPerson' }]);
		const row = (by: typeof f.bas) => ({ conference: f.id, participant: els.participant, by: by.participant });
		const openings = (who: { client: Family['bas']['client'] }) => seenBy(who.client, 'door_openings', 'participant');
		expect(await answerOf(f.riet.client.collection('door_openings').create(row(f.riet)))).toBe('400');
		expect(await answerOf(f.denzel.client.collection('door_openings').create(row(f.denzel)))).toBe('400');
		const made = await f.bas.client.collection('door_openings').create(row(f.bas));
		expect(made.until).toBeUndefined();
		expect(await openings(els)).toEqual([els.participant]);
		expect(await openings(f.riet)).toEqual([els.participant]);
		expect(await openings(f.denzel)).toEqual([]);
		for (const outsider of [f.amina, f.ilse, f.sanne]) expect(await openings(outsider)).toEqual([]);
		await pb.su.collection('door_openings').update(made.id, { until: '2001-01-01 00:00:00.000Z' });
		expect(await openings(els)).toEqual([]);
		expect(await answerOf(f.bas.client.collection('let_in').create(row(f.bas)))).toBe('allowed');
		expect(await openings(f.riet)).toEqual([els.participant]);
		expect(await seenBy(els.client, 'let_in', 'participant')).toEqual([els.participant]);
		const [own] = await els.client.collection('let_in').getFullList();
		expect(await answerOf(els.client.collection('let_in').delete(own!.id))).toBe('allowed');
		expect(await openings(f.riet)).toEqual([]);
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
			'inForce',
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

	it('[RM2] two members together put somebody out who is no central person; one of them alone only asks', async () => {
		for (const who of [f.bas, f.riet, f.marleen]) {
			const row = { conference: f.id, participant: who.participant, by: f.yara.participant };
			expect(await answerOf(f.yara.client.collection('let_in').create(row))).toBe('allowed');
		}
		const inside = () => seenBy(f.yara.client, 'let_in', 'participant');
		const ask = (by: typeof f.bas, who: typeof f.bas, name = by) =>
			answerOf(
				by.client
					.collection('let_outs')
					.create({ conference: f.id, participant: who.participant, by: name.participant })
			);
		expect(await ask(f.bas, f.yara)).toBe('RM2');
		expect(await ask(f.bas, f.denzel)).toBe('400');
		expect(await ask(f.bas, f.riet)).toBe('allowed');
		// Not twice, not in another's name, not by whom it is about, nor from outside.
		expect(await ask(f.bas, f.riet)).toBe('400');
		expect(await ask(f.bas, f.riet, f.marleen)).toBe('400');
		expect(await ask(f.riet, f.riet)).toBe('400');
		for (const outsider of [f.denzel, f.amina, f.ilse, f.sanne]) expect(await ask(outsider, f.riet)).toBe('400');
		expect(await inside()).toContain(f.riet.participant);
		expect(await seenBy(f.riet.client, 'let_outs', 'by')).toEqual([f.bas.participant]);
		expect(await seenBy(f.amina.client, 'let_outs')).toEqual([]);
		expect(await ask(f.marleen, f.riet)).toBe('allowed');
		expect(await inside()).not.toContain(f.riet.participant);
		expect(await seenBy(f.yara.client, 'let_outs')).toEqual([]);
		// Who asked and left no longer counts.
		expect(await ask(f.bas, f.marleen)).toBe('allowed');
		const [row] = await f.bas.client.collection('let_in').getFullList({ filter: `participant = "${f.bas.participant}"` });
		await f.bas.client.collection('let_in').delete(row!.id);
		expect(await seenBy(f.yara.client, 'let_outs')).toEqual([]);
		expect(await inside()).toContain(f.marleen.participant);
	});

	it('[RM2] nobody who writes the list takes somebody out of the room with it: the list says as circle/remove.ts does', async () => {
		const g = await family(pb, 'privateTime');
		await g.yara.client.collection('rooms').create({ conference: g.id, roomId: '9'.repeat(32) });
		const letIn = (who: typeof g.bas) => {
			const row = { conference: g.id, participant: who.participant, by: g.yara.participant };
			return g.yara.client.collection('let_in').create(row);
		};
		const takeOff = (by: typeof g.bas, who: typeof g.bas) =>
			answerOf(by.client.collection('participants').update(who.participant, { state: 'removed' }));
		for (const who of [g.bas, g.riet, g.marleen, g.denzel]) await letIn(who);
		const now = Date.now();
		for (const name of ['bas', 'denzel'] as const) {
			expect(await takeOff(g.amina, g[name]), name).toBe('RM2');
			expect(remove(CAST[name], [CAST.amina], now)).toEqual({ ok: false, rule: 'RM2' });
		}
		// Nor by a hat that bars from the room, nor by laying down the one somebody came in with.
		const hats = g.amina.client.collection('hats');
		for (const kind of ['setter', 'informationGiver']) {
			expect(await answerOf(hats.create({ conference: g.id, participant: g.bas.participant, kind }))).toBe('RM2');
		}
		expect(await answerOf(hats.create({ conference: g.id, participant: g.bas.participant, kind: 'spokesperson' }))).toBe('allowed');
		const [hat] = await pb.su.collection('hats').getFullList({ filter: `participant = "${g.bas.participant}" && kind = "circle"` });
		expect(await answerOf(hats.update(hat!.id, { ended: true }))).toBe('RM2');
		expect(await seenBy(g.yara.client, 'let_in', 'participant')).toContain(g.bas.participant);
		// Two members who are in ask it; then it is the list's.
		const ask = (by: typeof g.bas) =>
			by.client.collection('let_outs').create({ conference: g.id, participant: g.bas.participant, by: by.participant });
		await ask(g.riet);
		expect(await takeOff(g.amina, g.bas)).toBe('RM2');
		await ask(g.marleen);
		expect(remove(CAST.bas, [CAST.riet, CAST.marleen], now).ok).toBe(true);
		expect(await takeOff(g.amina, g.bas)).toBe('allowed');
		// A central person alone, and everybody themselves. After the day the contact person alone no more than Amina.
		await g.phase('followThrough');
		expect(await takeOff(g.marleen, g.denzel)).toBe('RM2');
		expect(remove(CAST.denzel, [CAST.marleen], now)).toEqual({ ok: false, rule: 'RM2' });
		expect(await takeOff(g.yara, g.denzel)).toBe('allowed');
		expect(remove(CAST.denzel, [CAST.yara], now).ok).toBe(true);
		expect(await takeOff(g.riet, g.riet)).toBe('allowed');
		expect(remove(CAST.riet, [CAST.riet], now).ok).toBe(true);
	});

	it('[RM2] whoever was not let in is taken off by who writes the list, as before', async () => {
		const g = await family(pb);
		const people = g.amina.client.collection('participants');
		expect(await answerOf(people.update(g.bas.participant, { state: 'removed' }))).toBe('allowed');
		expect(await answerOf(people.update(g.yara.participant, { state: 'removed' }))).toBe('RM2');
	});
});
