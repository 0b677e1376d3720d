import PocketBase from 'pocketbase';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADDRESS_HEADER } from '#server/pocketbase/settings.ts';
import { type TestPocketBase, startForTest } from './startForTest.ts';

let pb: TestPocketBase;
beforeAll(async () => void (pb = await startForTest()));
afterAll(() => pb.stop());

function visitor(address: string): PocketBase {
	const client = pb.stranger();
	client.beforeSend = (url, options) => {
		options.headers = { ...options.headers, [ADDRESS_HEADER]: address };
		return { url, options };
	};
	return client;
}

const guess = (client: PocketBase) =>
	client
		.collection('accounts')
		.authWithPassword('nobody', 'wrong-password')
		.then(
			() => 200,
			(error) => error.status as number
		);

it('guessing passwords is slowed down per address, and another address is not made to wait', async () => {
	const hasty = visitor('203.0.113.7');
	const answers: number[] = [];
	for (let times = 0; times < 25; times++) answers.push(await guess(hasty));
	expect(answers.slice(0, 20)).toEqual(Array(20).fill(400));
	expect(answers.slice(20)).toEqual(Array(5).fill(429));
	expect(await guess(visitor('203.0.113.8'))).toBe(400);
});

it('a page with nothing on it is answered as soon the twentieth time as the first', async () => {
	const yara = await pb.as(await pb.account('Yara'));
	const asked = { filter: "text = 'x'" };
	const began = performance.now();
	for (let times = 0; times < 20; times++) expect(await yara.collection('needs').getFullList(asked)).toEqual([]);
	// PocketBase would hold back each after the third for a quarter of a second on average.
	expect(performance.now() - began).toBeLessThan(1500);
});

it('a superuser can only come from this machine', async () => {
	const away = visitor('203.0.113.9');
	const signIn = away.collection('_superusers').authWithPassword(pb.superuserMail, pb.superuserPassword);
	await signIn.catch(() => undefined);
	away.authStore.save((await pb.superuser()).authStore.token, null);
	await expect(away.settings.getAll()).rejects.toMatchObject({ status: 403 });
	await expect(pb.su.settings.getAll()).resolves.toBeTruthy();
});

it('the dashboard, the SQL console and emptying a collection do not exist', async () => {
	expect((await fetch(`${pb.url}/_/`)).status).toBe(404);
	const headers = { authorization: pb.su.authStore.token, 'content-type': 'application/json' };
	const sql = await fetch(`${pb.url}/api/sql`, { method: 'POST', headers, body: '{"query":"SELECT 1"}' });
	expect(sql.status).toBe(404);
	const truncate = await fetch(`${pb.url}/api/collections/access_log/truncate`, {
		method: 'DELETE',
		headers
	});
	expect(truncate.status).toBe(404);
});

it('keeps no addresses, sends no mail, makes no backups, and takes several writes as one', async () => {
	const settings = await pb.su.settings.getAll();
	expect(settings).toMatchObject({
		logs: { logIP: false, logAuthId: false },
		smtp: { enabled: false },
		backups: { cron: '' },
		batch: { enabled: true },
		rateLimits: { enabled: true }
	});
});
