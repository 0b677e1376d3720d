import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { oneAtATime } from './oneAtATime.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'rondom-lock-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process of its own that holds the lock until it is told to go on, or dies. */
async function holder(lock: string) {
	const script = `
		const { oneAtATime } = await import(${JSON.stringify(new URL('./oneAtATime.ts', import.meta.url).href)});
		await oneAtATime(${JSON.stringify(lock)}, () => {
			console.log('mine');
			return new Promise((go) => process.stdin.once('data', go));
		});
		process.exit(0);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
	await once(child.stdout, 'data');
	return child;
}

it('of two processes the second waits for the first', async () => {
	const lock = join(folder, 'lock');
	const first = await holder(lock);
	const order: string[] = [];
	const second = oneAtATime(lock, async () => void order.push('second'));
	const gone = once(first, 'exit').then(() => order.push('first'));
	order.push('begun');
	first.stdin.write('go');
	await Promise.all([second, gone]);
	expect(order[0]).toBe('begun');
	expect(order).toContain('second');
	expect(await readdir(folder)).toEqual([]);
});

it('who died with the lock in its hand holds nobody up', async () => {
	const lock = join(folder, 'lock');
	const first = await holder(lock);
	first.kill('SIGKILL');
	await once(first, 'exit');
	expect(await oneAtATime(lock, async () => 'done')).toBe('done');
});

it('what the work throws is thrown, and the lock is free again', async () => {
	const lock = join(folder, 'lock');
	await writeFile(join(folder, 'other'), '');
	await expect(oneAtATime(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await oneAtATime(lock, async () => 'done')).toBe('done');
	expect(await readdir(folder)).toEqual(['other']);
});
