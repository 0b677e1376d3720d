import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '#server/demo/doors.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { LAPTOP, Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** What only a browser shows of the sealed room: writing at once, going back, coming back, asking out of it. */
let program: Program;
let browser: Browser;
let doors: Door[];
const people: Record<string, Person> = {};

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	doors = await (await fetch(`${program.url}/demo/doors.json`)).json();
	for (const who of ['yara', 'hulya', 'gino']) {
		people[who] = await Person.arrive(browser, program, who, who === 'yara' ? LAPTOP : undefined);
		await throughDoor(people[who], 'privateTime', who);
		await room(who).isInside();
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

const room = (who: string) => new RoomPage(people[who]!);
const urlOf = (station: string, who: string) => doors.find((door) => door.station === station && door.id === who)!.url;
const throughDoor = (person: Person, station: string, who: string) => person.page.goto(urlOf(station, who));
const box = (who: string, begins: string) => room(who).boxOf(begins);

describe('writing at once', () => {
	it('[PT5] a word that is being composed on Hülya’s phone is not broken off by what Yara types in the same sentence', async () => {
		await room('yara').writeAgreement({ what: 'Riet slaapt hier.', who: 'Riet de Wit' });
		await room('hulya').reads('Riet slaapt hier.');
		const hers = await box('hulya', 'Riet slaapt');
		await hers.focus();
		await hers.press('Control+End');
		const keyboard = await people.hulya!.context.newCDPSession(people.hulya!.page);
		const compose = (text: string) =>
			keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
		await compose(' woens');
		await room('yara').reads('Riet slaapt hier. woens');
		const his = await box('yara', 'Riet slaapt');
		await his.focus();
		await his.press('Control+Home');
		await his.pressSequentially('Oma ');
		await people.gino!.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value.startsWith('Oma Riet')));
		await compose(' woensdag');
		await room('gino').reads('Oma Riet slaapt hier. woensdag');
		// Hülya's own box waits until her word is finished.
		expect(await (await box('hulya', 'Riet slaapt')).inputValue()).toBe('Riet slaapt hier. woensdag');
		await keyboard.send('Input.insertText', { text: ' woensdag' });
		for (const who of ['yara', 'hulya', 'gino']) await room(who).reads('Oma Riet slaapt hier. woensdag');
		await people.hulya!.page.keyboard.type(' en vrijdag');
		for (const who of ['yara', 'hulya', 'gino']) await room(who).reads('Oma Riet slaapt hier. woensdag en vrijdag');
	});

	it('the others read in words who writes where, at the line and at the top', async () => {
		await (await box('hulya', 'Oma Riet')).focus();
		await people.yara!.sees('Hülya schrijft bij afspraak 1');
		await people.yara!.sees('Schrijft hier nu: Hülya Aksoy');
		await (await box('hulya', 'Oma Riet')).blur();
		await people.yara!.page.getByText('Schrijft hier nu').waitFor({ state: 'detached' });
	});

	it('[PT5] what Yara takes away while Gino writes in it stays in his hands, and comes back whole', async () => {
		await (await box('gino', 'Oma Riet')).focus();
		await people.yara!.press('Haal weg: Afspraak 1');
		await people.gino!.sees('Iemand haalde deze regel uit het plan.');
		await people.gino!.page.keyboard.press('Control+End');
		await people.gino!.page.keyboard.type('!');
		await room('yara').says('Weggehaald uit het plan.');
		await people.yara!.press('Zet terug', people.yara!.page.getByText('Weggehaald uit het plan.').locator('..'));
		await room('yara').reads('woensdag en vrijdag!');
		await people.gino!.page.getByText('Iemand haalde deze regel').waitFor({ state: 'detached' });
	});

	it('undo takes back what Gino did himself, and nothing of Yara’s', async () => {
		await room('gino').write('Iets dat goed gaat', 'Milan kookt graag.');
		await room('yara').reads('Milan kookt graag.');
		await room('yara').write('Iets dat goed gaat', 'Yara vroeg zelf om hulp.');
		await room('gino').reads('zelf om hulp');
		await people.gino!.page.keyboard.press('Control+z');
		await people.gino!.page.waitForFunction(() => [...document.querySelectorAll('textarea')].every(({ value }) => value !== 'Milan kookt graag.'));
		expect((await room('gino').draft()).join()).toContain('zelf om hulp');
		await people.gino!.press('Doe opnieuw');
		await room('yara').reads('Milan kookt graag.');
	});

	it('[AG1] more can be agreed on, and what is said of it stays to be read when it is folded', async () => {
		const { yara } = people;
		const line = await room('yara').agreement('Oma Riet');
		await yara!.unfold('Meer afspreken', line);
		await yara!.write('Wanneer', 'tot 1 mei', line);
		await yara!.setMoment('Is er een laatste dag?', '2027-05-01', line);
		await yara!.tick('Hülya Aksoy', line);
		await yara!.choose('Wie kijkt of het lukt', 'Marleen de Wit', line);
		await yara!.tick('B1', line);
		await line.locator('summary').click();
		await yara!.sees('tot 1 mei · hoort bij B1 · hulp van Hülya Aksoy · Marleen de Wit kijkt', line);
		// PT6: nobody and nothing was chosen beforehand.
		expect(await line.getByLabel('Wat voor hulp is dit?').count()).toBe(0);
		await room('hulya').seesAnswered('B1', '1');
	});

	it('two tabs of one person are one person, and say so', async () => {
		const second = await people.hulya!.context.newPage();
		await second.goto(`/onze-ruimte${new URL(people.hulya!.page.url()).hash}`);
		await second.getByText('jij, op een ander scherm').waitFor();
		await second.getByRole('textbox', { name: 'Onze notities' }).fill('Soep was lekker.');
		await room('hulya').reads('Soep was lekker.');
		await second.close();
	});
});

describe('asking out of the room', () => {
	it('[PT3] Ilse reads the family’s question and answers once; the room hears it', async () => {
		const ilse = (people.ilse = await Person.arrive(browser, program, 'ilse', LAPTOP));
		await throughDoor(ilse, 'privateTime', 'ilse');
		await ilse.sees('De familie overlegt');
		const { gino } = people;
		await gino!.choose('Aan wie?', 'Ilse Brandsma');
		await gino!.write('Jullie vraag', 'Telt het als een volwassene er pas om 18.30 uur is?');
		await gino!.press('Stel deze vraag');
		await gino!.sees('Nog geen antwoord.');
		await ilse.comesBack();
		await ilse.write('Je antwoord', 'Nee, om 18.00 uur.');
		await ilse.press('Geef dit antwoord');
		await ilse.sees('Je antwoordde: Nee, om 18.00 uur.');
		await gino!.comesBack();
		await gino!.sees('Ilse Brandsma: Nee, om 18.00 uur.');
		// The others hear of the question too, and see no asker.
		await people.yara!.comesBack();
		await people.yara!.sees('Aan Ilse Brandsma: Telt het');
	});
});

describe('presenting', () => {
	it('[PT2] [AC7] shows exactly what leaves, who reads it, and kindly what is missing; "back" goes back to writing', async () => {
		const { hulya } = people;
		await hulya!.press('Presenteer het plan');
		await hulya!.sees('Vanaf nu kan ook de beheerder dit lezen.');
		await hulya!.sees(/Amina Bouzid/);
		await hulya!.sees('Wie is de contactpersoon?');
		await hulya!.sees('Oma Riet slaapt hier. woensdag en vrijdag!');
		expect(await hulya!.page.locator('main').innerText()).not.toContain('Soep was lekker');
		await hulya!.page.goBack();
		await room('hulya').isInside();
	});

	it('[PT5] without network nothing is presented and nothing is lost', async () => {
		const { hulya } = people;
		await hulya!.press('Presenteer het plan');
		hulya!.wifi.off();
		await hulya!.press('Ja, presenteer dit');
		await hulya!.sees('Het plan is nog niet gepresenteerd.');
		hulya!.wifi.on();
		await hulya!.press('Terug naar het schrijven');
		await room('hulya').reads('Oma Riet');
	});

	it('[PH4] when two want to present, the second hears that somebody was earlier, and everybody’s room says it was presented', async () => {
		const { yara, gino, hulya } = people;
		for (const person of [yara!, gino!]) await person.press('Presenteer het plan');
		await yara!.press('Ja, presenteer dit');
		await yara!.page.waitForURL(/\/plan$/);
		await gino!.sees('Iemand anders was net eerder.');
		await hulya!.sees('Jullie plan is gepresenteerd.');
		await yara!.sees('Oma Riet slaapt hier. woensdag en vrijdag!');
	});
});

describe('coming back', () => {
	it('bigger letters lead back into the same room', async () => {
		const { hulya } = people;
		const help = await hulya!.unfold('Hulp', hulya!.page.locator('footer'));
		await hulya!.press('Grotere letters', help);
		await room('hulya').isInside();
		expect(await hulya!.page.evaluate(() => document.documentElement.dataset.letters)).toBe('large');
	});

	it('[RT1] after the day the room says until when it stays, and Bas keeps it', async () => {
		const bas = (people.bas = await Person.arrive(browser, program, 'bas'));
		await throughDoor(bas, 'followThrough', 'bas');
		await bas.page.waitForFunction(() => !location.hash);
		await room('bas').enter();
		await room('bas').isInside();
		await bas.sees(/^Wat hier staat, blijft tot .* Daarna verdwijnt het, op elk apparaat\./);
		await bas.press('Bewaar wat hier staat');
		await bas.sees('Jullie bewaren wat hier staat.');
		await bas.page.reload();
		await room('bas').isInside();
		await bas.sees('Jullie bewaren wat hier staat.');
		await bas[Symbol.asyncDispose]();
	});

	it('[PH8] at the review the room is that of the second gathering, and the first can be read', async () => {
		const bas = (people.bas = await Person.arrive(browser, program, 'bas'));
		await throughDoor(bas, 'review', 'bas');
		await bas.page.waitForFunction(() => !location.hash);
		await room('bas').enter();
		await room('bas').isInside();
		await room('bas').reads('wandelen op dinsdag een half uur');
		await bas.press('De eerste bijeenkomst');
		await bas.sees('Dit schreven jullie toen.');
		await bas.sees('Yara en Hülya wandelen op dinsdag en zaterdag een half uur.');
		await bas.press('Terug naar nu');
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});
