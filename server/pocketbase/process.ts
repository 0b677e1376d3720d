import { randomBytes } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { findBinary } from './binary.ts';
import { type Place, prepareFolder, serve, stopChild, upsertSuperuser } from './child.ts';
import { freePort } from './freePort.ts';
import { endOrphan, forgetChild, rememberChild } from './orphan.ts';
import { outsidePocketBase } from './outside.ts';
import { superuserOf } from './superuser.ts';

export type PocketBaseSettings = {
	/** Everything the program keeps; PocketBase gets the folder `pocketbase` in it. */
	DATA_DIR: string;
	/** A PocketBase that runs elsewhere; then no child is started. */
	POCKETBASE_URL?: string;
	POCKETBASE_BIN?: string;
	POCKETBASE_SUPERUSER_MAIL?: string;
	POCKETBASE_SUPERUSER_PASSWORD?: string;
	/** Loopback port to use; a free one when missing. */
	POCKETBASE_PORT?: number;
};

export type RunningPocketBase = {
	url: string;
	superuserMail: string;
	superuserPassword: string;
	/** A signed-in superuser's client, for the few listed jobs. */
	superuser(): Promise<PocketBase>;
	/** Calls back each time it died and answers again. Returns what ends the listening. */
	onRestart(listener: () => void): () => void;
	/** Ends it in order; resolves when it has ended. */
	stop(): Promise<void>;
};

/** Waits between attempts to bring it back, in milliseconds; the last one is repeated. */
const BACK_OFF = [0, 250, 1000, 5000];
/** After this long without dying the waits begin again at the first. */
const STEADY = 30_000;

/**
 * Starts the real PocketBase as a child on loopback, or connects to the one at POCKETBASE_URL. Resolves once it
 * answers. The superuser's password is random, new at every start, and only in memory.
 * Throws PocketBaseError: 'missingBinary', 'unwritableFolder', 'takenFolder', 'takenPort', 'didNotStart'; for one
 * outside 'unreachable', 'missingPassword'.
 */
export async function startPocketBase(settings: PocketBaseSettings): Promise<RunningPocketBase> {
	if (settings.POCKETBASE_URL) return outsidePocketBase(settings.POCKETBASE_URL, settings);
	const folder = join(settings.DATA_DIR, 'pocketbase');
	const binary = await findBinary(settings.POCKETBASE_BIN);
	await prepareFolder(folder);
	await endOrphan(folder);
	const place = { binary, folder, port: settings.POCKETBASE_PORT ?? (await freePort()) };
	const superuser = { mail: 'rondom@localhost.example', password: randomBytes(32).toString('hex') };
	await upsertSuperuser(place, superuser.mail, superuser.password);

	const url = `http://127.0.0.1:${place.port}`;
	const kept = await keepRunning(place);
	return {
		url,
		superuserMail: superuser.mail,
		superuserPassword: superuser.password,
		superuser: superuserOf(url, superuser.mail, superuser.password),
		...kept
	};
}

/** Starts it, and again whenever it dies, on the same port. */
async function keepRunning(place: Place): Promise<Pick<RunningPocketBase, 'onRestart' | 'stop'>> {
	const listeners = new Set<() => void>();
	let stopping = false;
	let attempt = 0;
	let coming: Promise<void> = Promise.resolve();
	let wake = () => {};
	let child = await startOnce();
	// A program that ends without stopping in order (an error on the way up) takes its child along.
	const takeAlong = () => child.kill('SIGTERM');
	process.once('exit', takeAlong);

	async function startOnce(): Promise<ChildProcess> {
		const started = await serve(place);
		await rememberChild(place.folder, started.pid ?? 0);
		const steady = setTimeout(() => (attempt = 0), STEADY);
		steady.unref();
		started.once('exit', () => {
			clearTimeout(steady);
			if (!stopping) coming = comeBack();
		});
		return started;
	}

	async function comeBack(): Promise<void> {
		while (!stopping) {
			const pause = BACK_OFF[Math.min(attempt++, BACK_OFF.length - 1)];
			await new Promise<void>((resolve) => {
				wake = resolve;
				setTimeout(resolve, pause);
			});
			if (stopping) return;
			try {
				child = await startOnce();
				for (const listener of listeners) listener();
				return;
			} catch (error) {
				console.error(`PocketBase does not come back yet: ${(error as Error).message}`);
			}
		}
	}

	return {
		onRestart(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		async stop() {
			stopping = true;
			process.off('exit', takeAlong);
			wake();
			await coming;
			await stopChild(child);
			await forgetChild(place.folder);
		}
	};
}
