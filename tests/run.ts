import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '#server/build.ts';
import { STATIONS } from '#server/demo/stations.ts';
import { ensureBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';

/**
 * `npm test`: types, then what needs nothing but Node, then the stories with databases, sockets and browsers; the
 * last line is `tests: N passed, N failed`. `--all` runs the long ones too (many more random histories, frames and
 * restarts).
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** What the tests write is gone afterwards, and a disk makes them wait: into memory, where there are 8 GB of it to spare. */
const MEMORY = '/dev/shm';
process.env.TMPDIR ??= hasRoom(MEMORY) ? MEMORY : tmpdir();
function hasRoom(folder: string): boolean {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize > 8e9;
	} catch {
		return false;
	}
}

const env: NodeJS.ProcessEnv = { ...process.env, ...(process.argv.includes('--all') ? { LONG_TESTS: '1' } : {}) };

async function run(command: string, args: string[]): Promise<boolean> {
	const [code] = await once(spawn(bin(command), args, { cwd: root, stdio: 'inherit', env }), 'close');
	return code === 0;
}

/** Files at once: those that reckon take all of a processor, those with sockets and browsers wait as well. */
const reckoning = availableParallelism();
const stories = Math.ceil(1.5 * reckoning);

/** Runs some kinds; a file that does not even load has no failed tests of its own and counts as one. */
async function runKinds(kinds: string[], workers: number, report: string): Promise<{ passed: number; failed: number }> {
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const projects = kinds.flatMap((kind) => ['--project', kind]);
	const clean = await run('vitest', ['run', ...projects, '--maxWorkers', String(workers), ...reporters]);
	const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(await readFile(report, 'utf8'));
	return { passed, failed: clean ? 0 : Math.max(1, failed) };
}

const results = await mkdtemp(join(tmpdir(), 'rondom-results-'));
let passed = 0;
let failed = 0;
try {
	ensureBrowser();
	await run('svelte-kit', ['sync']);
	const [fits] = await Promise.all([run('svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']), ensureBuilt()]);
	if (!fits) failed += 1;
	// Filled once for all stories that begin in the demo; each gets a copy.
	await using demo = await Program.start({ DEMO: '1', DEMO_NOW: STATIONS[0]!.at });
	await demo.stop();
	env.FILLED_DEMO = demo.folder;
	const counts = [
		await runKinds(['unit'], reckoning, join(results, 'reckoning.json')),
		await runKinds(['server', 'journeys'], stories, join(results, 'stories.json'))
	];
	for (const counted of counts) {
		passed += counted.passed;
		failed += counted.failed;
	}
} catch (error) {
	console.error((error as Error).message);
	failed += 1;
} finally {
	await rm(results, { recursive: true, force: true });
}
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
