import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '#lib/components/conference/pages.ts';
import { type RunningPocketBase, startPocketBase } from '#server/pocketbase/process.ts';
import { CallCounter } from '#tests/setup/CallCounter.ts';
import { matched } from '#tests/setup/matched.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** What a page costs: how often the program asks PocketBase before it answers. Six at most, whatever there is. */
let folder: string;
let pocketbase: RunningPocketBase;
let counter: CallCounter;
let program: Program;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rondom-'));
	pocketbase = await startPocketBase({ DATA_DIR: folder });
	counter = await CallCounter.before(pocketbase.url);
	program = await Program.start({
		DEMO: '1',
		DEMO_NOW: '2026-12-09T09:00:00Z',
		POCKETBASE_URL: counter.url,
		POCKETBASE_SUPERUSER_MAIL: pocketbase.superuserMail,
		POCKETBASE_SUPERUSER_PASSWORD: pocketbase.superuserPassword
	});
});
afterAll(async () => {
	await program?.[Symbol.asyncDispose]();
	await counter?.[Symbol.asyncDispose]();
	await pocketbase?.stop();
	await rm(folder, { recursive: true, force: true });
});

const PEOPLE = ['yara', 'hulya', 'amina', 'ilse', 'tarik', 'denzel'];

describe.each(['preparation', 'presentation', 'followThrough'])('at %s', (station) => {
	it.each(PEOPLE)('every page of %s asks PocketBase six times at most', async (who) => {
		const visitor = new Visitor(program.url);
		const ilse = await new Visitor(program.url).open(`/demo/door/${station}/ilse`);
		await visitor.open(`/demo/door/${station}/${who}`);
		for (const page of PAGES) {
			const asked = await counter.during(() => visitor.open(`${ilse.path}/${page}`));
			expect(asked.length, `${page}: ${asked.join('\n')}`).toBeLessThanOrEqual(6);
		}
	});
});

describe('whoever was matched', () => {
	it('has her page ask PocketBase six times at most, with the line in the log', async () => {
		const { path, amina } = await matched(program);
		const asked = await counter.during(() => amina.open(`${path}/answer`));
		expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
	});
});

describe('one’s conferences', () => {
	it('cost as much however many there are', async () => {
		const visitor = new Visitor(program.url);
		await visitor.open('/demo/door/preparation/ilse');
		const asked = await counter.during(() => visitor.open('/conference'));
		expect(asked.length).toBeLessThanOrEqual(3);
	});
});
