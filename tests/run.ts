import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '#server/build.ts';

/**
 * `npm test`: types, then all tests from quick to slow; the last line is `tests: N passed, N failed`.
 * `--all` runs the long ones too (many more random histories, frames and restarts).
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const long = process.argv.includes('--all');

async function run(command: string, args: string[]): Promise<boolean> {
	const env = { ...process.env, ...(long ? { LONG_TESTS: '1' } : {}) };
	const [code] = await once(spawn(command, args, { cwd: root, stdio: 'inherit', env }), 'close');
	return code === 0;
}

const results = await mkdtemp(join(tmpdir(), 'rondom-results-'));
const report = join(results, 'report.json');
let passed = 0;
let failed = 0;
try {
	const typesFit = (await run(bin('svelte-kit'), ['sync'])) &&
		(await run(bin('svelte-check'), ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']));
	if (!typesFit) failed += 1;
	await ensureBuilt();
	const clean = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
	const counted = JSON.parse(await readFile(report, 'utf8'));
	passed += counted.numPassedTests;
	failed += counted.numFailedTests;
	// A file that does not even load has no failed tests of its own.
	if (!clean && counted.numFailedTests === 0) failed += counted.numFailedTestSuites || 1;
} catch (error) {
	console.error(error);
	failed += 1;
} finally {
	await rm(results, { recursive: true, force: true });
}
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
