import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, family, seenBy } from './family.ts';
import { present, requirement } from './present.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
beforeAll(async () => void (pb = await startForTest()));
afterAll(() => pb.stop());

describe('requirements', () => {
	it('[BL2][BL3] before private time one writes and changes; after, one adds with a reason, marked', async () => {
		const f = await family(pb);
		const ilse = f.ilse.client.collection('requirements');
		expect(await answerOf(ilse.create(requirement(f, { why: '' })))).toBe('BL2');
		const early = await ilse.create(requirement(f, { final: false, lateReason: 'x', enteredRound: 9 }));
		expect(early).toMatchObject({ lateReason: '', enteredRound: 0 });
		expect(await seenBy(f.bas.client, 'requirements')).toEqual([]);
		expect(await answerOf(ilse.update(early.id, { final: true }))).toBe('allowed');
		expect(await seenBy(f.bas.client, 'requirements', 'label')).toEqual(['B1']);
		expect(await seenBy(f.tarik.client, 'requirements')).toEqual([]);
		await f.phase('information');
		await f.phase('privateTime');
		expect(await answerOf(ilse.update(early.id, { text: 'stricter' }))).toBe('404');
		expect(await answerOf(ilse.create(requirement(f, { label: 'B2' })))).toBe('BL3');
		const late = await ilse.create(
			requirement(f, { label: 'B2', lateReason: 'news from school', replaces: early.id })
		);
		expect(late.enteredRound).toBe(1);
		expect(await answerOf(f.tarik.client.collection('requirements').create(requirement(f)))).toBe('400');
		expect(await answerOf(f.amina.client.collection('requirements').create(requirement(f)))).toBe('400');
	});

	it('[BL5][BL6] the setter looks: not yet needs a reason, and an earlier round stays as it was', async () => {
		const f = await family(pb, 'privateTime');
		const made = await pb.su.collection('requirements').create(requirement(f));
		const { version } = await present(f, []);
		const look = { conference: f.id, version, requirement: made.id, setter: f.ilse.participant };
		const ilse = f.ilse.client.collection('looks');
		expect(await answerOf(ilse.create({ ...look, result: 'notYet' }))).toBe('BL5');
		expect(await answerOf(ilse.create({ ...look, result: 'notYet', reason: '  ' }))).toBe('BL5');
		const notYet = await ilse.create({ ...look, result: 'notYet', reason: 'Sunday is empty' });
		expect(await answerOf(f.tarik.client.collection('looks').create({ ...look, result: 'met' }))).toBe('400');
		expect(await seenBy(f.bas.client, 'looks', 'reason')).toEqual(['Sunday is empty']);
		expect(await seenBy(f.tarik.client, 'looks')).toEqual([]);
		await f.bas.client.collection('conferences').update(f.id, { phase: 'privateTime' });
		expect(
			await answerOf(f.bas.client.collection('conferences').update(f.id, { phase: 'presentation' }))
		).toBe('PH4');
		const second = await present(f, []);
		expect(await answerOf(ilse.update(notYet.id, { result: 'met', reason: '' }))).toBe('BL6');
		expect(await answerOf(ilse.create({ ...look, version: second.version, result: 'met' }))).toBe('allowed');
		const versions = await f.bas.client.collection('plan_versions').getFullList({ sort: 'number' });
		expect(versions.map(({ number, round }) => [number, round])).toEqual([
			[1, 0],
			[2, 1]
		]);
	});
});
