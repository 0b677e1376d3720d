import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PocketBaseError } from './PocketBaseError.ts';

/** What a PocketBase of ours needs to run: program, its own folder, a loopback port. */
export type Place = { binary: string; folder: string; port: number };

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Every flag is given: the defaults lie inside node_modules. */
function flagsOf(folder: string): string[] {
	return [
		...['--dir', folder],
		...['--migrationsDir', here('pb_migrations')],
		...['--hooksDir', here('pb_hooks')],
		...['--publicDir', `${folder}/nothing-public`],
		'--automigrate=false',
		'--hooksWatch=false'
	];
}

/** Makes the folder, readable by nobody else. Throws PocketBaseError 'unwritableFolder'. */
export async function prepareFolder(folder: string): Promise<void> {
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await access(folder, constants.W_OK);
	} catch (error) {
		const why = (error as NodeJS.ErrnoException).code ?? String(error);
		throw new PocketBaseError('unwritableFolder', `PocketBase cannot write in ${folder} (${why})`);
	}
}

/**
 * Makes the superuser, or gives it this password. PocketBase takes it from its command line only, so for that
 * moment other users of this machine could see it: another reason why it is new at every start.
 */
export async function upsertSuperuser(place: Place, mail: string, password: string): Promise<void> {
	const parts = ['superuser', 'upsert', mail, password, ...flagsOf(place.folder)];
	await promisify(execFile)(place.binary, parts).catch((error: { stderr?: string; message: string }) => {
		throw new PocketBaseError(
			'didNotStart',
			`PocketBase did not start: ${lastLine(error.stderr || error.message)}`
		);
	});
}

/**
 * Starts the server and waits until it answers. Throws PocketBaseError 'takenPort' or 'didNotStart' with
 * PocketBase's own last words.
 */
export async function serve(place: Place): Promise<ChildProcess> {
	const address = `127.0.0.1:${place.port}`;
	const child = spawn(place.binary, ['serve', '--http', address, ...flagsOf(place.folder)], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	await new Promise<void>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			said = `${said}${chunk}`.slice(-4000);
			if (said.includes('Server started')) resolve();
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('error', (error) => reject(new PocketBaseError('didNotStart', error.message)));
		child.once('close', () => reject(whyNot(said, address)));
	});
	const healthy = await fetch(`http://${address}/api/health`).catch(() => undefined);
	if (!healthy?.ok) {
		child.kill('SIGKILL');
		throw new PocketBaseError('didNotStart', `PocketBase started on ${address} but does not answer`);
	}
	return child;
}

/** Asks it to stop and waits until it has. */
export async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

function whyNot(said: string, address: string): PocketBaseError {
	if (said.includes('address already in use')) {
		return new PocketBaseError('takenPort', `PocketBase cannot listen on ${address}: the port is taken`);
	}
	return new PocketBaseError('didNotStart', `PocketBase did not start: ${lastLine(said)}`);
}

function lastLine(text: string): string {
	return text.trim().split('\n').at(-1) ?? '';
}
