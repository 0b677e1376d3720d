import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { LAPTOP, Person, PHONE } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** Two rooms of one family: Yara begins anew on her phone, and Bas holds to the first (F1, F12). */
let program: Program;
let browser: Browser;
let conference = '';
const people: Record<string, Person> = {};
const room = (who: string) => new RoomPage(people[who]!);

async function arrive(who: string, as = who, viewport = PHONE): Promise<void> {
	people[who] = await Person.arrive(browser, program, who, viewport);
	await people[who].through(`/demo/door/preparation/${as}`);
}

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	await arrive('yara', 'yara', LAPTOP);
	conference = new URL(people.yara!.page.url()).pathname.split('/').at(-1)!;
	await room('yara').enter();
	await room('yara').begin();
	await arrive('bas');
	await room('bas').knock(await room('yara').linkFor('Bas Hoekstra'));
	await room('yara').opensFor('Bas Hoekstra');
	await room('bas').isInside();
	await room('bas').write('Iets dat goed gaat', 'Milan kookt graag.');
	await room('yara').reads('Milan kookt graag.');
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

describe('two rooms', () => {
	it('[SR1] Riet, who was never in, is told who can begin anew; Yara, who was, begins on her phone', async () => {
		await arrive('riet');
		await people.riet!.page.goto(`/onze-ruimte#${conference}`);
		await people.riet!.unfold('Niemand begonnen, of kan niemand erin?');
		await people.riet!.sees('Opnieuw beginnen kan wie al binnen was: Yara de Wit, Bas Hoekstra.');
		await arrive('yarasPhone', 'yara');
		await people.yarasPhone!.page.goto(`/onze-ruimte#${conference}`);
		const { yarasPhone } = people;
		await yarasPhone!.sees('Kom opnieuw binnen');
		await yarasPhone!.unfold('Niemand begonnen, of kan niemand erin?');
		await yarasPhone!.sees('Dan zijn er twee ruimtes.');
		expect(await findingsOn(yarasPhone!.page)).toEqual([]);
		await yarasPhone!.press('Begin een nieuwe ruimte');
		await room('yarasPhone').isInside();
	});

	it('[SR1] Bas is let in there, says no first, then yes: what he had comes along, and he is in', async () => {
		const { bas } = people;
		await room('bas').knock(await room('yarasPhone').linkFor('Bas Hoekstra'));
		await room('yarasPhone').opensFor('Bas Hoekstra');
		await bas!.sees('Jouw apparaat kent een andere ruimte');
		await bas!.sees('Wie hier binnen is, kan het lezen.');
		expect(await findingsOn(bas!.page)).toEqual([]);
		await bas!.press('Nee, laat het zo');
		await bas!.sees('Er is niets veranderd');
		await bas!.page.reload();
		await bas!.press('Ja, neem het mee');
		await room('bas').isInside();
		await room('bas').reads('Milan kookt graag.');
		await room('yarasPhone').reads('Milan kookt graag.');
	});
});
