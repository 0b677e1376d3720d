import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';
import type { Table } from './table.ts';

/**
 * How long the program takes to answer for a page of a conference, with many people asking at once; as a ratio to a
 * page that asks PocketBase nothing, in the same run. The demo's conference: some twenty people, twelve agreements.
 */
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 50);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);
const CAST = ['yara', 'hulya', 'marleen', 'bas', 'amina', 'ilse', 'tarik'];
const PAGES = ['', '/preparation', '/plan', '/follow-through'];

export async function bench(): Promise<Table[]> {
	await using program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
	const base = (await new Visitor(program.url).open('/demo/door/presentation/ilse')).path;
	const visitors = await Promise.all(
		Array.from({ length: PEOPLE }, async (_, n) => {
			const visitor = new Visitor(program.url);
			await visitor.open(`/demo/door/presentation/${CAST[n % CAST.length]}`);
			return visitor;
		})
	);
	const bare = await answers(Array.from({ length: PEOPLE }, () => new Visitor(program.url)), '/sign-in');
	const rows = [row('/sign-in (asks nothing)', bare, bare)];
	for (const page of PAGES) rows.push(row(`/conference/…${page}`, await answers(visitors, `${base}${page}`), bare));
	return [{ title: `Answers of pages, ${PEOPLE} people at once, in milliseconds`, columns: ['page', 'median', 'p95', 'p95 ×'], rows }];
}

/** Everybody asks for the page at the same moment, some rounds long; how long each answer took, in order. */
async function answers(visitors: Visitor[], path: string): Promise<number[]> {
	const took: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await Promise.all(
			visitors.map(async (visitor) => {
				const begun = performance.now();
				await visitor.open(path);
				took.push(performance.now() - begun);
			})
		);
	}
	return took.sort((one, other) => one - other);
}

function row(page: string, took: number[], bare: number[]): string[] {
	const at = (times: number[], share: number) => times[Math.floor(times.length * share)]!;
	return [page, at(took, 0.5).toFixed(0), at(took, 0.95).toFixed(0), (at(took, 0.95) / at(bare, 0.95)).toFixed(1)];
}
