import { readdir } from 'node:fs/promises';
import { print, type Table } from './table.ts';

/**
 * `npm run bench [-- name …]`: runs every file beside this one that exports `bench: () => Promise<Table[]>`.
 * The environment scales it: BENCH_ROOMS, BENCH_PEOPLE, BENCH_SECONDS, BENCH_ROUNDS.
 */
const wanted = process.argv.slice(2);
for (const file of (await readdir(import.meta.dirname)).sort()) {
	if (!file.endsWith('.ts') || (wanted.length && !wanted.some((name) => file.startsWith(name)))) continue;
	if (file === 'run.ts') continue;
	const { bench } = (await import(`./${file}`)) as { bench?: () => Promise<Table[]> };
	for (const table of (await bench?.()) ?? []) print(table);
}
