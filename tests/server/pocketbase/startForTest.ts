import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PocketBase from 'pocketbase';
import { CHEAP, setHashCost } from '#server/demo/hashCost.ts';
import { type RunningPocketBase, startPocketBase } from '#server/pocketbase/process.ts';
import { ADDRESS_HEADER, applySettings } from '#server/pocketbase/settings.ts';

export type TestPocketBase = RunningPocketBase & {
	/** DATA_DIR: the temporary folder everything lies in. */
	folder: string;
	/** The superuser, for planting what a story needs. */
	su: PocketBase;
	/** A new login; the handle is the given name with random letters. Returns its id. */
	account(name: string, more?: object): Promise<string>;
	/** Somebody's client with their own token, without the slow password. */
	as(account: string): Promise<PocketBase>;
	/** A client of nobody. */
	stranger(): PocketBase;
};

/** The real PocketBase in a fresh folder on a free port, with the program's settings. `stop` clears up. */
export async function startForTest(): Promise<TestPocketBase> {
	const folder = await mkdtemp(join(tmpdir(), 'rondom-'));
	const running = await startPocketBase({ DATA_DIR: folder });
	const su = await running.superuser();
	await applySettings(su);
	await setHashCost(su, CHEAP);
	const stranger = () => new PocketBase(running.url).autoCancellation(false);
	return {
		...running,
		folder,
		su,
		stranger,
		async account(name, more = {}) {
			const password = randomBytes(16).toString('hex');
			const handle = `${name.toLowerCase().replace(/[^a-z]/g, '')}-${randomBytes(6).toString('hex')}`;
			const row = { name, handle, password, passwordConfirm: password, ...more };
			return (await su.collection('accounts').create(row)).id;
		},
		async as(account) {
			const client = await su.collection('accounts').impersonate(account, 3600);
			client.autoCancellation(false);
			client.beforeSend = (url, options) => {
				options.headers = { ...options.headers, [ADDRESS_HEADER]: '192.0.2.1' };
				return { url, options };
			};
			return client as PocketBase;
		},
		async stop() {
			await running.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
