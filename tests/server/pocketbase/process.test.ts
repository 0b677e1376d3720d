import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startPocketBase } from '#server/pocketbase/process.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function freshFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'rondom-process-'));
	cleanUps.push(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

async function start(settings: Parameters<typeof startPocketBase>[0]) {
	const running = await startPocketBase(settings);
	cleanUps.push(() => running.stop());
	return running;
}

const pidIn = async (folder: string) =>
	parseInt(await readFile(join(folder, 'pocketbase', 'rondom.pid'), 'utf8'), 10);

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

describe('PocketBase as a child', () => {
	it('builds everything from an empty folder, on loopback, with a superuser of this start only', async () => {
		const running = await start({ DATA_DIR: await freshFolder() });
		expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		const su = await running.superuser();
		const names = (await su.collections.getFullList()).map((collection) => collection.name);
		expect(names).toContain('conferences');
		expect(names).toContain('access_log');
		expect(names).not.toContain('users');
	});

	it('keeps what is stored when it starts again in the same folder', async () => {
		const folder = await freshFolder();
		const first = await startPocketBase({ DATA_DIR: folder });
		await (await first.superuser()).collection('regions').create({ name: 'Waterveen' });
		await first.stop();
		const second = await start({ DATA_DIR: folder });
		const [region] = await (await second.superuser()).collection('regions').getFullList();
		expect(region?.name).toBe('Waterveen');
		expect(second.superuserPassword).not.toBe(first.superuserPassword);
	});

	it('comes back on the same port when it is killed, and says so', async () => {
		const folder = await freshFolder();
		const running = await start({ DATA_DIR: folder });
		for (let times = 0; times < 2; times++) {
			const back = new Promise<void>((resolve) => {
				const end = running.onRestart(() => (end(), resolve()));
			});
			process.kill(await pidIn(folder), 'SIGKILL');
			await back;
			expect((await fetch(`${running.url}/api/health`)).ok).toBe(true);
			expect(await (await running.superuser()).collections.getFullList()).not.toHaveLength(0);
		}
	});

	it('stops in order, and nothing is left behind', async () => {
		const folder = await freshFolder();
		const running = await startPocketBase({ DATA_DIR: folder });
		const pid = await pidIn(folder);
		await running.stop();
		expect(isAlive(pid)).toBe(false);
		await expect(fetch(`${running.url}/api/health`)).rejects.toThrow();
	});

	it('ends a PocketBase that outlived a killed program, but not one whose program still runs', async () => {
		const folder = await freshFolder();
		const script = fileURLToPath(new URL('startAlone.ts', import.meta.url));
		const program = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
		cleanUps.push(async () => program.kill('SIGKILL'));
		const url = String((await once(program.stdout, 'data'))[0]).trim();
		const answers = () =>
			fetch(`${url}/api/health`).then(
				({ ok }) => ok,
				() => false
			);
		await expect(startPocketBase({ DATA_DIR: folder })).rejects.toMatchObject({ problem: 'takenFolder' });
		expect(await answers()).toBe(true);

		program.kill('SIGKILL');
		await once(program, 'exit');
		expect(await answers()).toBe(true);
		await start({ DATA_DIR: folder });
		expect(await answers()).toBe(false);
	});
});

describe('what goes wrong is one clear line', () => {
	it('no program to run', async () => {
		const POCKETBASE_BIN = join(await freshFolder(), 'nothing');
		const attempt = startPocketBase({ DATA_DIR: await freshFolder(), POCKETBASE_BIN });
		await expect(attempt).rejects.toMatchObject({ problem: 'missingBinary', message: oneLine });
	});

	it('a folder that cannot be written', async () => {
		const folder = await freshFolder();
		await writeFile(join(folder, 'pocketbase'), 'in the way');
		await chmod(join(folder, 'pocketbase'), 0o400);
		const attempt = startPocketBase({ DATA_DIR: folder });
		await expect(attempt).rejects.toMatchObject({ problem: 'unwritableFolder', message: oneLine });
	});

	it('a port that is taken', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
		const { port } = server.address() as AddressInfo;
		const attempt = startPocketBase({ DATA_DIR: await freshFolder(), POCKETBASE_PORT: port });
		await expect(attempt).rejects.toMatchObject({ problem: 'takenPort', message: oneLine });
	});

	it('one elsewhere without a password, or that is not there', async () => {
		const elsewhere = { DATA_DIR: await freshFolder(), POCKETBASE_URL: 'http://127.0.0.1:9' };
		await expect(startPocketBase(elsewhere)).rejects.toMatchObject({ problem: 'missingPassword' });
		const keyed = {
			...elsewhere,
			POCKETBASE_SUPERUSER_MAIL: 'a@b.example',
			POCKETBASE_SUPERUSER_PASSWORD: 'x'
		};
		await expect(startPocketBase(keyed)).rejects.toMatchObject({ problem: 'unreachable', message: oneLine });
	});
});

const oneLine = expect.stringMatching(/^[^\n]+$/);

it('works with one that runs elsewhere, and leaves it running', async () => {
	const own = await start({ DATA_DIR: await freshFolder() });
	const outside = await startPocketBase({
		DATA_DIR: await freshFolder(),
		POCKETBASE_URL: own.url,
		POCKETBASE_SUPERUSER_MAIL: own.superuserMail,
		POCKETBASE_SUPERUSER_PASSWORD: own.superuserPassword
	});
	expect(await (await outside.superuser()).collections.getFullList()).not.toHaveLength(0);
	await outside.stop();
	expect((await fetch(`${own.url}/api/health`)).ok).toBe(true);
});
