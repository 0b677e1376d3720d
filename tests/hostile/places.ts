import { watch } from 'node:fs';
import { cp, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Program } from '#tests/setup/program.ts';
import { formsOf, type Trace } from './traces.ts';

/** Every file below a folder as it lies there, and the rows of every SQLite database among them. */
export async function filesUnder(folder: string): Promise<Trace[]> {
	const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
	const traces = await Promise.all(
		entries.map(async (entry) => {
			const path = join(entry.parentPath, entry.name);
			const name = relative(folder, path);
			const bytes = await readFile(path).catch(() => Buffer.alloc(0));
			const isDatabase = bytes.subarray(0, 15).toString() === 'SQLite format 3';
			return [{ name, bytes }, ...(isDatabase ? await rowsOf(path, name) : [])];
		})
	);
	return traces.flat();
}

/** What a database says when it is asked, its write-ahead log included: a long text lies scattered over pages. */
async function rowsOf(path: string, name: string): Promise<Trace[]> {
	const copy = await mkdtemp(join(tmpdir(), 'rondom-rows-'));
	try {
		for (const end of ['', '-wal', '-shm']) await cp(path + end, join(copy, basename(path) + end)).catch(() => undefined);
		const database = new DatabaseSync(join(copy, basename(path)));
		const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
		const traces = tables.map(({ name: table }) => {
			const rows = database.prepare(`SELECT * FROM "${table}"`).all();
			const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null);
			const bytes = cells.flatMap((cell) => [cell instanceof Uint8Array ? cell : Buffer.from(String(cell)), Buffer.of(10)]);
			return { name: `${name}, rows of ${table}`, bytes: Buffer.concat(bytes) };
		});
		database.close();
		return traces;
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

/** The settings that make the program write its heap into this folder when it is asked. */
export function heapSettings(folder: string): Record<string, string> {
	return { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}` };
}

/** A snapshot of the program's heap. */
export async function heapOf(program: Program, folder: string): Promise<Trace> {
	const file = new Promise<string>((resolve) => {
		const watcher = watch(folder, (_, name) => {
			if (!name?.endsWith('.heapsnapshot')) return;
			watcher.close();
			resolve(join(folder, name));
		});
	});
	program.process.kill('SIGUSR2');
	const path = await file;
	// The program stands still while it writes: when it answers again the file is whole.
	await fetch(`${program.url}/healthz`);
	const bytes = await readFile(path);
	await rm(path);
	return { name: 'heap', bytes };
}

/** Whether this machine lets a parent read the memory of what it started. */
export const canReadMemory = process.platform === 'linux';

const CHUNK = 256 * 1024;

/**
 * Which of the texts stand anywhere in the memory of a process: also in what a heap snapshot leaves out, buffers
 * and what lies about unused.
 */
export async function foundInMemory(pid: number, texts: string[]): Promise<string[]> {
	const forms = texts.map((text) => ({ text, forms: formsOf(text) }));
	const overlap = Math.max(...forms.flatMap((one) => one.forms.map(({ length }) => length)));
	const found = new Set<string>();
	const memory = await open(`/proc/${pid}/mem`);
	const chunk = Buffer.alloc(CHUNK + overlap);
	const untouched = Buffer.alloc(chunk.length);
	for (const line of (await readFile(`/proc/${pid}/maps`, 'utf8')).split('\n')) {
		const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
		if (!from || !to) continue;
		const end = Number.parseInt(to, 16);
		for (let at = Number.parseInt(from, 16); at < end; at += CHUNK) {
			const length = Math.min(chunk.length, end - at);
			const { bytesRead } = await memory.read(chunk, 0, length, at).catch(() => ({ bytesRead: 0 }));
			const bytes = chunk.subarray(0, bytesRead);
			if (bytes.equals(untouched.subarray(0, bytesRead))) continue;
			for (const one of forms) if (one.forms.some((form) => bytes.includes(form))) found.add(one.text);
		}
	}
	await memory.close();
	return [...found];
}
