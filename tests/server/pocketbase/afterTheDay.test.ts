import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, family, seenBy } from './family.ts';
import { present } from './present.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

/** What the database guards once the day is closed: who got the plan, and who takes on what nobody carries. */
let pb: TestPocketBase;
beforeAll(async () => void (pb = await startForTest()));
afterAll(() => pb.stop());

describe('who got the plan', () => {
	it('[PL3] is written down by the coordinator and the contact person, and seen by the family', async () => {
		const f = await family(pb, 'privateTime');
		const { version } = await present(f, [{ responsible: f.bas.participant }]);
		const given = (who: { client: typeof f.bas.client }, to: string) =>
			answerOf(
				who.client
					.collection('deliveries')
					.create({ conference: f.id, version, participant: to, part: 'whole', how: 'paper' })
			);
		expect(await given(f.amina, f.joop)).toBe('400');
		await f.phase('followThrough');
		expect(await given(f.amina, f.joop)).toBe('allowed');
		expect(await given(f.marleen, f.riet.participant)).toBe('allowed');
		for (const who of [f.bas, f.riet, f.ilse, f.tarik, f.sanne, f.denzel]) {
			expect(await given(who, f.bas.participant)).toBe('400');
		}
		for (const who of [f.yara, f.bas, f.amina]) expect(await seenBy(who.client, 'deliveries')).toHaveLength(2);
		for (const who of [f.ilse, f.tarik, f.sanne, f.denzel]) expect(await seenBy(who.client, 'deliveries')).toEqual([]);
		const [row] = await seenBy(f.amina.client, 'deliveries');
		expect(await answerOf(f.bas.client.collection('deliveries').delete(row!))).toBe('404');
		await f.phase('closed');
		expect(await seenBy(f.amina.client, 'deliveries')).toEqual([]);
	});
});

describe('taking on what nobody carries', () => {
	it('[AG4] somebody of the circle may, once, and then says how it goes', async () => {
		const f = await family(pb, 'privateTime');
		const { agreements } = await present(f, [{ responsible: f.sanne.participant }]);
		const [agreement] = agreements;
		await f.phase('followThrough');
		const yes = (who: typeof f.bas, more: object = {}) =>
			answerOf(
				who.client
					.collection('yeses')
					.create({ conference: f.id, agreement, participant: who.participant, ...more })
			);
		const goes = (who: typeof f.bas) =>
			answerOf(
				who.client
					.collection('statuses')
					.create({ conference: f.id, agreement, participant: who.participant, status: 'running' })
			);
		for (const who of [f.amina, f.ilse, f.tarik, f.denzel]) expect(await yes(who)).toBe('400');
		expect(await goes(f.bas)).toBe('400');
		// In her own name only: not for somebody who did not ask for it.
		expect(await yes(f.riet, { participant: f.joop, onBehalfBy: f.riet.participant })).toBe('400');
		expect(await yes(f.bas)).toBe('allowed');
		expect(await goes(f.bas)).toBe('allowed');
		expect(await yes(f.riet)).toBe('AG4');
		expect(await goes(f.riet)).toBe('400');
		// Sanne herself still may.
		expect(await yes(f.sanne)).toBe('allowed');
		expect(await yes(f.marleen)).toBe('AG4');
	});

	it('[AG4] is for after the day, not for the day itself', async () => {
		const f = await family(pb, 'privateTime');
		const { agreements } = await present(f, [{ responsible: f.sanne.participant }]);
		const row = { conference: f.id, agreement: agreements[0], participant: f.bas.participant };
		expect(await answerOf(f.bas.client.collection('yeses').create(row))).toBe('400');
	});
});
