import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '#server/build.ts';
import { Program } from '#tests/setup/program.ts';

/** Starting, staying up, and stopping. */
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
	await ensureBuilt();
	folder = await mkdtemp(join(tmpdir(), 'rondom-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the program with settings it cannot start with; answers with how it ended and what it said. */
async function failsWith(settings: Record<string, string>): Promise<{ code: number; lines: string[] }> {
	const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), PORT: '0', ...settings } as NodeJS.ProcessEnv;
	const child = spawn(process.execPath, [main], { env });
	let said = '';
	child.stderr.on('data', (data) => (said += data));
	const [code] = await once(child, 'close');
	return { code, lines: said.trim().split('\n') };
}

describe('a start that cannot be', () => {
	it('says in one line that the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const PORT = String((other.address() as AddressInfo).port);
		const { code, lines } = await failsWith({ PORT });
		expect(code).toBe(1);
		expect(lines).toEqual([expect.stringContaining(`poort ${PORT} is al in gebruik`)]);
		other.close();
	});

	it('says in one line that the folder cannot be written', async () => {
		const file = join(folder, 'a-file');
		await writeFile(file, '');
		const { code, lines } = await failsWith({ DATA_DIR: join(file, 'data') });
		expect(code).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(file);
	});

	it('says in one line that the PocketBase binary is missing', async () => {
		const { code, lines } = await failsWith({ POCKETBASE_BIN: join(folder, 'nowhere') });
		expect(code).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain('nowhere');
	});

	it('says which setting is wrong, and refuses the demo on an open address', async () => {
		expect((await failsWith({ PORT: 'x' })).lines[0]).toContain('PORT');
		expect((await failsWith({ DEMO: '1', HOST: '0.0.0.0' })).lines[0]).toContain('DEMO');
	});
});

describe('the running program', () => {
	let program: Program;
	beforeAll(async () => {
		program = await Program.start();
	});
	afterAll(() => program?.[Symbol.asyncDispose]());

	const health = async () => {
		const answer = await fetch(`${program.url}/healthz`);
		return { status: answer.status, parts: await answer.json() };
	};
	const pocketBaseOf = (pid: number) =>
		new Promise<number>((resolve, reject) =>
			execFile('pgrep', ['-P', String(pid), 'pocketbase'], (error, found) => (error ? reject(error) : resolve(Number(found))))
		);

	it('tells how each part is', async () => {
		expect(await health()).toEqual({ status: 200, parts: { app: 'ok', pocketbase: 'ok', sync: 'ok' } });
	});

	it('tells that PocketBase does not answer, and brings it back when it dies', async () => {
		const first = await pocketBaseOf(program.process.pid!);
		// Until another stands in its place, no answer comes from the port of the one that was stopped.
		process.kill(first, 'SIGSTOP');
		expect(await health()).toEqual({ status: 503, parts: { app: 'ok', pocketbase: 'down', sync: 'ok' } });
		process.kill(first, 'SIGKILL');
		await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: 200 });
		await expect.poll(() => pocketBaseOf(program.process.pid!).catch(() => first), { timeout: 20_000 }).not.toBe(first);
		expect((await fetch(`${program.url}/sign-in`)).status).toBe(200);
	});

	it('has no demo doors outside the demo', async () => {
		expect((await fetch(`${program.url}/demo/doors.json`)).status).toBe(404);
	});

	it('stops in order, with its PocketBase, and starts again with what it had', async () => {
		const child = await pocketBaseOf(program.process.pid!);
		const link = /https?:\S+\/set-up\/\S+/.exec(program.said)![0];
		await program.stop();
		expect(program.process.exitCode).toBe(0);
		expect(() => process.kill(child, 0)).toThrow();
		await program.begin();
		expect((await health()).status).toBe(200);
		// A new set-up link replaced the old one.
		expect(program.said).not.toContain(link);
	});
});
