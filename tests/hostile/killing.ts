import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '#tests/setup/program.ts';

/** `LONG_TESTS=1`, as `npm run test:all` sets it. */
export const isLong = process.env.LONG_TESTS === '1';

/** Numbers below `end` in a fixed order, so that a run that fails can be run again. */
export function chances(seed: number): (end: number) => number {
	let state = seed;
	return (end) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * end);
	};
}

/** The PocketBase that works for this program: its process and where it listens. */
export async function pocketBaseOf(program: Program): Promise<{ pid: number; url: string }> {
	const [pid = 0] = (await readFile(join(program.folder, 'pocketbase', 'rondom.pid'), 'utf8')).split(' ').map(Number);
	const parts = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
	return { pid, url: `http://${parts[parts.indexOf('--http') + 1]}` };
}

/** `kill -9` of the program and its PocketBase in one moment; then both again, on the same port and folder. */
export async function killEverything(program: Program): Promise<void> {
	const { pid } = await pocketBaseOf(program);
	program.process.kill('SIGKILL');
	process.kill(pid, 'SIGKILL');
	await program.kill();
	await program.begin();
}

/** Counts what happens, so that a moment can be named without a clock: "after seven more". */
export class Counter {
	#count = 0;
	#waiting: { at: number; wake: () => void }[] = [];

	tick(): void {
		this.#count++;
		const due = this.#waiting.filter(({ at }) => at <= this.#count);
		this.#waiting = this.#waiting.filter(({ at }) => at > this.#count);
		for (const { wake } of due) wake();
	}

	/** Resolves after so many more; at once for none. */
	after(more: number): Promise<void> {
		if (more <= 0) return Promise.resolve();
		return new Promise((wake) => this.#waiting.push({ at: this.#count + more, wake }));
	}
}
