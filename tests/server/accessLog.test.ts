import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** LG1: who of the staff looked, as Yara can read it. That the chain holds is shown in tests/server/pocketbase. */
let program: Program;
let conference = '';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

async function through(door: string): Promise<Visitor> {
	const somebody = new Visitor(program.url);
	conference = (await somebody.open(`/demo/door/preparation/${door}`)).path.split('/').at(-1)!;
	return somebody;
}

describe('the log', () => {
	it('[LG1] holds what Amina and Ilse opened, and nothing of what the family opened', async () => {
		await (await through('amina')).open(`/conference/${conference}/preparation`);
		await through('ilse');
		await (await through('hulya')).open(`/conference/${conference}/preparation`);
		const { text } = await (await through('yara')).open(`/conference/${conference}/access-log`);
		const lines = [...text.matchAll(/<li[^>]*>([^<]*opende[^<]*)</g)].map(([, line]) => line!.split('. ')[0]);
		expect(lines).toEqual([
			'Ilse Brandsma opende de eerste pagina',
			'Amina Bouzid opende de voorbereiding',
			'Amina Bouzid opende de eerste pagina'
		]);
	});

	it('[CK1] says when by the clock that stands on the screen', async () => {
		const { text } = await (await through('yara')).open(`/conference/${conference}/access-log`);
		const days = [...text.matchAll(/opende[^<]*?\. (\w+ \d+ \w+ \d{4})/g)].map(([, day]) => day);
		expect(new Set(days)).toEqual(new Set(['zondag 27 december 2026']));
	});

	it('[LG1] [AC3] is not for who is in it', async () => {
		for (const who of ['amina', 'ilse', 'tarik']) {
			expect((await (await through(who)).open(`/conference/${conference}/access-log`)).status, who).toBe(404);
		}
	});
});
