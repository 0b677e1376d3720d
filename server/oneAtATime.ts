import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** How long between two looks whether whoever holds the lock still lives, in milliseconds. */
const LOOK = 200;

/**
 * Does `work` while no other process of this machine does the work of the same lock; waits for its turn. A process
 * that died with the lock in its hand holds nobody up.
 * @param lock path of the file that says whose turn it is; its folder must be there
 */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
	const mine = `${lock}-${randomUUID()}`;
	await writeFile(mine, String(process.pid));
	try {
		// A link is made whole or not at all, so the lock never stands there without a name in it.
		while (!(await link(mine, lock).then(() => true, isTaken))) await freed(lock, mine);
		try {
			return await work();
		} finally {
			await rm(lock, { force: true });
		}
	} finally {
		await rm(mine, { force: true });
	}
}

/** Waits until the lock may be free. One left behind by the dead is taken away. */
async function freed(lock: string, mine: string): Promise<void> {
	if (await isHeld(lock)) return void (await setTimeout(LOOK));
	const left = `${mine}-left`;
	// Somebody else may have taken it away and begun since we looked: then theirs is given back.
	if (!(await rename(lock, left).then(() => true, () => false))) return;
	if (await isHeld(left)) await link(left, lock).catch(isTaken);
	await rm(left, { force: true });
}

async function isHeld(lock: string): Promise<boolean> {
	const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
	return holder > 0 && lives(holder);
}

function lives(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function isTaken(error: NodeJS.ErrnoException): false {
	if (error.code !== 'EEXIST') throw error;
	return false;
}
