import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PocketBaseError } from './PocketBaseError.ts';

/** Two process numbers: the PocketBase that works in this folder, and the program that started it. */
const PID_FILE = 'rondom.pid';

/** Remembers which process works in this folder, and for whom. */
export async function rememberChild(folder: string, pid: number): Promise<void> {
	await writeFile(join(folder, PID_FILE), `${pid} ${process.pid}`);
}

export async function forgetChild(folder: string): Promise<void> {
	await rm(join(folder, PID_FILE), { force: true });
}

/**
 * Ends a PocketBase that outlived a program which was killed, so that never two work in one folder. Only a
 * process whose command line names this very folder is touched: the number may be somebody else's by now.
 * Throws PocketBaseError 'takenFolder' when its program still runs.
 */
export async function endOrphan(folder: string): Promise<void> {
	const kept = await readFile(join(folder, PID_FILE), 'utf8').catch(() => '');
	const [child = 0, parent = 0] = kept.split(' ').map(Number);
	if (child > 0 && (await commandOf(child)).includes(folder)) {
		if (parent !== process.pid && isAlive(parent)) {
			throw new PocketBaseError('takenFolder', `another Rondom (process ${parent}) works in ${folder}`);
		}
		process.kill(child, 'SIGKILL');
		while ((await commandOf(child)).includes(folder)) await new Promise((wake) => setTimeout(wake, 20));
	}
	await forgetChild(folder);
}

function isAlive(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** The command line of a process; empty when there is none. */
async function commandOf(pid: number): Promise<string> {
	const proc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
	if (proc !== undefined || process.platform === 'linux') return proc ?? '';
	const ps = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({
		stdout: ''
	}));
	return ps.stdout;
}
