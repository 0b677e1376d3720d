import type { Clock } from '#lib/domain/clock/clock.ts';
import { hashOfCode, letterCode } from '#lib/server/codeText.ts';
import type { RunningPocketBase } from './pocketbase/process.ts';

const dayInMs = 86_400_000;

/**
 * On an empty installation: prints a link with which the first region manager is made. It works once and for a
 * day; each start replaces it. Does nothing as soon as there is an account.
 */
export async function announceSetUp(at: {
	pocketbase: Pick<RunningPocketBase, 'superuser'>;
	address: string;
	clock: Clock;
}): Promise<void> {
	const pb = await at.pocketbase.superuser();
	const accounts = await pb.collection('accounts').getList(1, 1, { skipTotal: true });
	if (accounts.items.length) return;
	const codes = pb.collection('codes');
	for (const old of await codes.getFullList({ filter: 'kind = "setUp"' })) await codes.delete(old.id);
	const code = letterCode();
	const expires = new Date(at.clock.now().getTime() + dayInMs).toISOString();
	await codes.create({ kind: 'setUp', hash: hashOfCode('setUp', code), expires });
	console.log(`Nog niemand hier. Maak de eerste regiomanager: ${at.address}/set-up/${code}`);
}
