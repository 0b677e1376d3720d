import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matched } from '#tests/setup/matched.ts';
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

/** What somebody reads in the log of a conference, newest first, without when. */
async function readings(reader: Visitor, of = conference): Promise<string[]> {
	const { text } = await reader.open(`/conference/${of}/access-log`);
	return [...text.matchAll(/<li[^>]*>([^<]*opende[^<]*)</g)].map(([, line]) => line!.split('. ')[0]!);
}

/** What was added to the log while `work` ran, as Yara reads it. */
async function added(work: () => Promise<unknown>): Promise<string[]> {
	const yara = await through('yara');
	const before = (await readings(yara)).length;
	await work();
	const after = await readings(yara);
	return after.slice(0, after.length - before);
}

describe('the log', () => {
	it('[LG1] holds what Amina and Ilse opened, and nothing of what the family opened', async () => {
		await (await through('amina')).open(`/conference/${conference}/preparation`);
		await through('ilse');
		await (await through('hulya')).open(`/conference/${conference}/preparation`);
		expect(await readings(await through('yara'))).toEqual([
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

	it('[LG1] holds what Amina opened once, whichever part of a page her browser asked for', async () => {
		const amina = await through('amina');
		const people = `/conference/${conference}/preparation/people`;
		// The page’s own part, the parts around it, all of it, and the page as a whole.
		for (const parts of ['0001', '0010', '1111']) {
			const opened = await added(() => amina.open(`${people}/__data.json?x-sveltekit-invalidated=${parts}`));
			expect(opened, parts).toEqual(['Amina Bouzid opende de mensen']);
		}
		expect(await added(() => amina.open(people))).toEqual(['Amina Bouzid opende de mensen']);
	});

	it('[LG1] holds the page that comes after Amina sent a form, and not the sending', async () => {
		const amina = await through('amina');
		const safety = `/conference/${conference}/preparation/safety`;
		expect(await added(() => amina.send(`${safety}?/remove`, { agreement: 'x' }))).toEqual([
			'Amina Bouzid opende de afspraken over veiligheid'
		]);
	});

	it('[LG1] holds that Amina asked for the question alone; of Yara it holds nothing', async () => {
		const amina = await through('amina');
		expect(await added(() => amina.open(`/sync/question/${conference}`))).toEqual(['Amina Bouzid opende de vraag']);
		expect(await added(async () => (await through('yara')).open(`/sync/question/${conference}`))).toEqual([]);
	});

	it('[LG1] holds what a matched coordinator opened before she answered', async () => {
		const { path, yara, amina } = await matched(program);
		expect((await amina.open(`${path}/answer`)).text).toContain('Zonder Henk.');
		expect(await readings(yara, path.split('/').at(-1))).toContain('Amina Bouzid opende wat er gevraagd is');
	});

	it('[LG1] [AC3] is not for who is in it', async () => {
		for (const who of ['amina', 'ilse', 'tarik']) {
			expect((await (await through(who)).open(`/conference/${conference}/access-log`)).status, who).toBe(404);
		}
	});
});
