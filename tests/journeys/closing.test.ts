import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '#server/demo/doors.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { LAPTOP, Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** What ends by itself, and ending the room for all: seen by everybody, stopped by anybody. Days pass on the devices’ own clocks. */
const DAY = 24 * 60 * 60 * 1000;
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};
let doors: Door[] = [];

async function comesIn(as: string, station: string): Promise<Person> {
	const person = (people[as] = await Person.arrive(browser, program, as, as === 'yara' ? LAPTOP : undefined));
	await person.page.clock.install();
	await person.through(doors.find((door) => door.station === station && door.id === as)!.url);
	return person;
}

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	doors = await (await fetch(`${program.url}/demo/doors.json`)).json();
	for (const as of ['yara', 'hulya']) await comesIn(as, 'privateTime');
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

	it('[SR34] she wants it again, and Hülya too: a day later it is gone from both devices', async () => {
		const { yara, hulya } = people;
		await wantsToClose(yara!);
		await hulya!.press('Ik wil dit ook');
		await yara!.sees('Onze ruimte gaat dicht. Dat willen Yara de Wit en Hülya Aksoy.');
		for (const one of [yara!, hulya!]) {
			await one.page.clock.fastForward('25:00:00');
			await one.sees('Onze ruimte is gesloten');
			await one.page.reload();
			await one.sees('Onze ruimte is gesloten');
			expect(one.faults, one.name).toEqual([]);
		}
	});
});

describe('the pages of a gathering', () => {
	it('[RT1] say until when they stay, and are gone from Bas’s device after that; the room stays', async () => {
		const bas = await comesIn('bas', 'followThrough');
		await bas.page.waitForFunction(() => !location.hash);
		await new RoomPage(bas).enter();
		await new RoomPage(bas).isInside();
		// Fourteen days after the day that stands on the demo's screen.
		await bas.sees(/^Wat hier staat, blijft tot zaterdag 27 februari 2027\. Daarna verdwijnt het, op elk apparaat\./);
		await bas.page.clock.fastForward(15 * DAY);
		await bas.sees('Deze bladzijden zijn weg');
		await bas.page.reload();
		await bas.sees('Deze bladzijden zijn weg');
		await bas.page.getByRole('button', { name: 'Laat iemand binnen' }).waitFor();
		expect(await findingsOn(bas.page)).toEqual([]);
		expect(bas.faults).toEqual([]);
	});
});
