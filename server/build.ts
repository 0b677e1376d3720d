import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './oneAtATime.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * Builds the app unless the build is newer than every source file. Programs that start at the same moment wait for
 * the first of them to build. Throws with the builder's own words.
 */
export async function ensureBuilt(): Promise<void> {
	await oneAtATime(`${root}node_modules/.rondom-building`, async () => {
		const built = await changedAt(`${root}build/handler.js`);
		const newest = Math.max(...(await Promise.all(sources.map((path) => newestIn(`${root}${path}`)))));
		if (built <= newest) await build();
	});
}

async function build(): Promise<void> {
	const build = spawn(`${root}node_modules/.bin/vite`, ['build', '--logLevel', 'warn'], { cwd: root });
	let said = '';
	build.stdout.on('data', (data) => (said += data));
	build.stderr.on('data', (data) => (said += data));
	// Nobody goes on writing what the next one writes too.
	const end = () => build.kill();
	process.once('exit', end);
	const [code] = await once(build, 'close');
	process.off('exit', end);
	if (code !== 0) throw new Error(`the app does not build\n${said}`);
}

async function newestIn(path: string): Promise<number> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
	if (!entries) return changedAt(path);
	const files = entries.filter((entry) => entry.isFile());
	return Math.max(0, ...(await Promise.all(files.map((file) => changedAt(`${file.parentPath}/${file.name}`)))));
}

async function changedAt(path: string): Promise<number> {
	return stat(path).then((file) => file.mtimeMs, () => 0);
}
