import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { LAPTOP, Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** Ending the room for all: seen by everybody, stopped by anybody. */
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	const doors: { station: string; id: string; url: string }[] = await (await fetch(`${program.url}/demo/doors.json`)).json();
	for (const as of ['yara', 'hulya']) {
		people[as] = await Person.arrive(browser, program, as, as === 'yara' ? LAPTOP : undefined);
		await people[as].through(doors.find((door) => door.station === 'privateTime' && door.id === as)!.url);
		await new RoomPage(people[as]).isInside();
	}
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

async function wantsToClose(person: Person): Promise<void> {
	await person.unfold('Onze ruimte sluiten');
	await person.press('Sluit onze ruimte');
	await person.press('Ja, sluit onze ruimte', person.page.getByRole('dialog'));
}

describe('closing our room', () => {
	it('[SR34] Yara wants it: Hülya reads who and when, and keeps it', async () => {
		const { yara, hulya } = people;
		await wantsToClose(yara!);
		await hulya!.sees('Onze ruimte gaat dicht. Dat wil Yara de Wit.');
		await hulya!.sees('Bewaar een kopie');
		expect(await findingsOn(hulya!.page)).toEqual([]);
		await hulya!.press('Toch bewaren');
		for (const one of [yara!, hulya!]) await one.page.getByText('Onze ruimte gaat dicht.').waitFor({ state: 'detached' });
		await new RoomPage(yara!).isInside();
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});
