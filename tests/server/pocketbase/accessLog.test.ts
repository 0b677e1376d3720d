import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LogEntry, verifyChain } from '#server/pocketbase/accessLog.ts';
import { type Family, answerOf, family, seenBy } from './family.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
let f: Family;
beforeAll(async () => {
	pb = await startForTest();
	f = await family(pb);
	await write(f.amina, f.bas.participant, 'read contact data of Bas');
	await write(f.ilse, '', 'read the plan');
	await write(f.riet, f.riet.participant, 'took a copy');
});
afterAll(() => pb.stop());

const write = (who: Family['bas'], about: string, action: string) =>
	who.client.collection('access_log').create({ conference: f.id, actor: who.account, about, action });

async function chain(): Promise<LogEntry[]> {
	return pb.su
		.collection('access_log')
		.getFullList<LogEntry & { id: string; collectionId: string; collectionName: string }>({
			filter: pb.su.filter('conference={:id}', { id: f.id })
		});
}

describe('[LG1] the access log', () => {
	it('is a chain of entries, each after the other, also when many write at once', async () => {
		await Promise.all(Array.from({ length: 12 }, (_, n) => write(f.amina, '', `read ${n}`)));
		const entries = await chain();
		expect(entries).toHaveLength(15);
		expect(verifyChain(entries)).toMatchObject({ ok: true });
	});

	it('is read by the central person whole, by the circle about themselves and staff, by nobody else', async () => {
		expect(await seenBy(f.yara.client, 'access_log')).toHaveLength(15);
		expect(await seenBy(f.bas.client, 'access_log')).toHaveLength(14);
		expect(await seenBy(f.riet.client, 'access_log')).toHaveLength(15);
		for (const one of [f.amina, f.ilse, f.sanne]) expect(await seenBy(one.client, 'access_log')).toEqual([]);
	});

	it("is written in nobody else's name, and takes neither hash, staff nor time from who writes", async () => {
		const row = { conference: f.id, action: 'x' };
		expect(
			await answerOf(f.amina.client.collection('access_log').create({ ...row, actor: f.bas.account }))
		).toBe('400');
		const forged = { ...row, actor: f.ilse.account, staff: false, hash: 'x', at: '1999-01-01', number: 99 };
		// Outside the demo no header says what time it is.
		const headers = { 'X-Rondom-Moment': '1999-01-01T00:00:00Z' };
		const made = await f.ilse.client.collection('access_log').create(forged, { headers });
		expect(made).toMatchObject({ staff: true, number: 16 });
		expect(made.at > '2020').toBe(true);
		expect(verifyChain(await chain())).toMatchObject({ ok: true });
	});

	it('is written by whoever was matched and has not answered, as by staff; by nobody else who is asked', async () => {
		const noor = await f.add('Noor', [{ kind: 'coordinator' }], { state: 'asked' });
		const sil = await f.add('Sil', [{ kind: 'setter' }], { state: 'asked' });
		expect(await answerOf(write(sil, '', 'read start'))).toBe('400');
		expect(await answerOf(write(f.sanne, '', 'read start'))).toBe('400');
		const inAnothersName = { conference: f.id, actor: f.amina.account, action: 'x' };
		expect(await answerOf(noor.client.collection('access_log').create(inAnothersName))).toBe('400');
		expect(await write(noor, '', 'read answer')).toMatchObject({ staff: true, number: 17 });
		expect(await seenBy(noor.client, 'access_log')).toEqual([]);
		expect(verifyChain(await chain())).toMatchObject({ ok: true });
	});

	it('is changed and deleted by nobody, the superuser included', async () => {
		const [entry] = await pb.su.collection('access_log').getFullList();
		const id = entry?.id ?? '';
		expect(await answerOf(pb.su.collection('access_log').update(id, { action: 'nothing' }))).toBe('LG1');
		expect(await answerOf(pb.su.collection('access_log').delete(id))).toBe('LG1');
		expect(await answerOf(f.yara.client.collection('access_log').delete(id))).toBe('403');
	});

	it('shows when somebody changed it in the file itself', async () => {
		const file = new DatabaseSync(join(pb.folder, 'pocketbase', 'data.db'));
		const set = (sql: string, ...values: string[]) => file.prepare(sql).run(...values);
		set("UPDATE access_log SET action = 'read nothing' WHERE conference = ? AND number = 2", f.id);
		expect(verifyChain(await chain())).toEqual({ ok: false, brokenAt: 2 });
		set("UPDATE access_log SET action = 'read the plan' WHERE conference = ? AND number = 2", f.id);
		expect(verifyChain(await chain())).toMatchObject({ ok: true });
		set('DELETE FROM access_log WHERE conference = ? AND number = 5', f.id);
		expect(verifyChain(await chain())).toEqual({ ok: false, brokenAt: 5 });
		file.close();
	});

	it('goes with its conference when that is erased', async () => {
		await pb.su.collection('conferences').delete(f.id);
		expect(await chain()).toEqual([]);
	});
});
