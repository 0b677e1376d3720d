import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { InsidersPart } from './pages/InsidersPart.ts';
import { LAPTOP, Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** Hülya's phone is lost: she comes in on a new one, and the old one reads no further. */
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};
const room = (who: string) => new RoomPage(people[who]!);
const insiders = (who: string) => new InsidersPart(people[who]!);

/** Somebody with a device, signed in and outside. */
async function arrive(as: string, who: string): Promise<Person> {
	const person = (people[as] = await Person.arrive(browser, program, as));
	await person.through(`/demo/door/privateTime/${who}`);
	return person;
}

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	const doors: { station: string; id: string; url: string }[] = await (await fetch(`${program.url}/demo/doors.json`)).json();
	people.yara = await Person.arrive(browser, program, 'yara', LAPTOP);
	await people.yara.through(doors.find(({ station, id }) => station === 'privateTime' && id === 'yara')!.url);
	await arrive('oldPhone', 'hulya');
	await arrive('bas', 'bas');
	await arrive('gino', 'gino');

	await room('yara').isInside();
	const others = { 'Hülya Aksoy': room('oldPhone'), 'Bas Hoekstra': room('bas'), 'Gino Martina': room('gino') };
	await room('yara').letsIn(others);
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

describe('a lost phone', () => {
	it('[SR9] whoever is in sees who came in, by whom and how, until they tap it away', async () => {
		const { yara } = people;
		await yara!.sees('Er is iemand binnengekomen');
		await yara!.sees(/^Hülya Aksoy: computer/);
		await yara!.press('Ja, dat klopt');
		await yara!.page.getByText('Er is iemand binnengekomen').waitFor({ state: 'detached' });
		await yara!.page.reload();
		await room('yara').isInside();
		expect(await yara!.page.getByText('Er is iemand binnengekomen').count()).toBe(0);
	});

	it('[AC7] the list says on which devices, since when, and when something was last heard of somebody', async () => {
		await room('oldPhone').write('Iets dat goed gaat', 'Milan kookt graag.');
		await room('yara').reads('Milan kookt graag.');
		await insiders('yara').unfold();
		await people.yara!.sees(/^Laatst gehoord van Hülya Aksoy: \d+ \w+/);
		expect(await findingsOn(people.yara!.page)).toEqual([]);
	});

	it('[SR4] on the new phone Hülya is asked about the old one, and takes it out; its open page closes at once', async () => {
		const phone = await arrive('newPhone', 'hulya');
		await room('bas').letsIn({ 'Hülya Aksoy': room('newPhone') });
		await room('newPhone').reads('Milan kookt graag.');
		await phone.sees('Heb je je andere apparaat nog?');
		await phone.press('Nee, haal het eruit');
		await phone.press('Ja, haal dit eruit');
		await phone.sees('Gedaan. Er wordt nu niets nieuws meer gelezen.');
		await people.oldPhone!.page.getByRole('heading', { name: 'Dit apparaat kan niet meer meelezen' }).waitFor();
		expect(await people.oldPhone!.text()).not.toContain('Hülya Aksoy haalde');
	});

	it('[SR36] the old phone opens nothing that is written later, also after a reload; what was on it stays', async () => {
		await room('newPhone').write('Iets dat goed gaat', 'Dit leest de dief niet.');
		await room('bas').reads('Dit leest de dief niet.');
		const { oldPhone } = people;
		await oldPhone!.press('Bekijk wat hier nog staat');
		await oldPhone!.sees('Milan kookt graag.');
		expect(await findingsOn(oldPhone!.page)).toEqual([]);
		await oldPhone!.page.reload();
		await oldPhone!.page.getByRole('heading', { name: 'Dit apparaat kan niet meer meelezen' }).waitFor();
		await oldPhone!.press('Bekijk wat hier nog staat');
		await oldPhone!.sees('Milan kookt graag.');
		expect(await oldPhone!.text()).not.toContain('Dit leest de dief niet.');
	});

	it('[RM2] two of the circle take somebody out together: the first press says that it waits, the second closes the screen', async () => {
		const { newPhone, bas } = people;
		// News goes to whoever has heard of one another.
		for (const who of ['gino', 'bas']) await people[who]!.sees(/Nu binnen: .*Hülya/);
		await insiders('newPhone').takesOut('Bas Hoekstra', 'Ja, dit vraag ik');
		await newPhone!.sees(/Er is nog niets gebeurd/);
		await room('bas').isInside();
		for (const who of ['gino', 'bas']) await people[who]!.sees('Hülya Aksoy vraagt of Bas Hoekstra eruit gaat.');
		await insiders('gino').takesOut('Bas Hoekstra', 'Ja, haal Bas Hoekstra eruit');
		await bas!.page.getByRole('heading', { name: 'Dit apparaat kan niet meer meelezen' }).waitFor();
		await room('yara').write('Iets dat goed gaat', 'Bas leest dit niet.');
		await room('newPhone').reads('Bas leest dit niet.');
		expect(await bas!.text()).not.toContain('Bas leest dit niet.');
	});

	it('Hülya signs out everywhere: the lost phone has no session any more either', async () => {
		const { newPhone, oldPhone } = people;
		await insiders('newPhone').unfold();
		await oldPhone!.page.goto('/conference');
		expect(new URL(oldPhone!.page.url()).pathname).toBe('/conference');
		await newPhone!.press('Log overal uit');
		await newPhone!.page.waitForURL((url) => url.pathname !== '/onze-ruimte');
		await oldPhone!.page.goto('/conference');
		expect(new URL(oldPhone!.page.url()).pathname).toBe('/sign-in');
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});
