import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PID_FILE = 'rondom.pid';

/** Remembers which process works in this folder. */
export async function rememberChild(folder: string, pid: number): Promise<void> {
	await writeFile(join(folder, PID_FILE), String(pid));
}

export async function forgetChild(folder: string): Promise<void> {
	await rm(join(folder, PID_FILE), { force: true });
}

/**
 * Ends a PocketBase that outlived a program which was killed, so that never two work in one folder. Only a
 * process whose command line names this very folder is touched: the number may be somebody else's by now.
 */
export async function endOrphan(folder: string): Promise<void> {
	const pid = Number(await readFile(join(folder, PID_FILE), 'utf8').catch(() => '0'));
	if (pid > 0 && (await commandOf(pid)).includes(folder)) {
		process.kill(pid, 'SIGKILL');
		while ((await commandOf(pid)).includes(folder)) await new Promise((wake) => setTimeout(wake, 20));
	}
	await forgetChild(folder);
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
