import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { ConferencePage } from './pages/ConferencePage.ts';
import { besidePaper } from './pages/paper.ts';
import { PeoplePage } from './pages/PeoplePage.ts';
import { LAPTOP, Person } from './pages/Person.ts';

/** The question and the agenda, written together on two devices and read on others. */
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-27T10:00:00Z' });
	browser = await launchBrowser();
	for (const who of ['yara', 'amina', 'hulya', 'ilse']) {
		people[who] = await Person.arrive(browser, program, who, who === 'amina' ? LAPTOP : undefined);
		await people[who].through(`/demo/door/preparation/${who}`);
	}
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

/** The box in which somebody writes the question. */
const question = (who: string) => people[who]!.page.getByRole('textbox', { name: 'De vraag' });

/** Types at the end of the question, as a finger on the glass does. */
async function types(who: string, words: string): Promise<void> {
	await question(who).focus();
	await question(who).press('Control+End');
	await question(who).pressSequentially(words);
}

async function reads(who: string, words: string): Promise<void> {
	await people[who]!.page.waitForFunction(
		(wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(wanted)),
		words
	);
}

describe('the question', () => {
	it('[PR3] Yara and Amina write in one sentence, and both see that it is kept', async () => {
		for (const who of ['yara', 'amina']) await people[who]!.open('/preparation/question');
		await people.yara!.sees('Alles is bewaard.');
		await types('yara', ' En Yara lacht weer.');
		await reads('amina', 'En Yara lacht weer.');
		await people.yara!.sees('Alles is bewaard.');
	});

	it('[PT5] without network the page says so, and what was typed meanwhile comes together', async () => {
		people.yara!.wifi.off();
		await types('yara', ' Ook op zondag.');
		await people.yara!.sees('Je werkt even zonder internet.');
		await types('amina', ' Samen.');
		people.yara!.wifi.on();
		for (const who of ['yara', 'amina']) {
			await reads(who, 'Ook op zondag.');
			await reads(who, 'Samen.');
		}
		await people.yara!.sees('Alles is bewaard.');
	});

	it('Hülya reads it, and has no box to write in', async () => {
		await people.hulya!.open('/preparation/question');
		await people.hulya!.sees('Ook op zondag.');
		await people.hulya!.sees('Yara vroeg zelf om hulp.');
		await question('hulya').waitFor({ state: 'detached' });
	});
});

describe('the day', () => {
	it('[PR3] Amina adds to the agenda, and Ilse, who only reads, sees it come', async () => {
		for (const who of ['amina', 'ilse']) await people[who]!.open('/preparation/agenda');
		await people.ilse!.sees('Inloop met soep en brood.');
		const { page } = people.amina!;
		await page.getByRole('button', { name: '+ Een onderdeel' }).click();
		await page.getByRole('textbox', { name: 'Hoe laat' }).last().fill('19.00');
		await page.getByRole('textbox', { name: 'Wat' }).last().fill('Samen opruimen');
		await people.ilse!.sees('Samen opruimen');
		await page.getByLabel('Hoe laat begint het?').fill('13:15');
		await people.ilse!.sees('16 januari 2027, om 13:15 uur');
		await people.amina!.sees('Alles is bewaard.');
	});

	it('[AC6] in information Ilse reads the question, and nothing else of that paper', async () => {
		const { amina, ilse } = people;
		await amina!.open('');
		await new ConferencePage(amina!).openInformation();
		await ilse!.open('/preparation/question');
		await ilse!.sees('Ook op zondag.');
		await ilse!.page.getByText('Yara vroeg zelf om hulp.').waitFor({ state: 'detached' });
	});
});

describe('on paper', () => {
	it('a letter goes out alone, with the code', async () => {
		const { amina } = people;
		await amina!.open('/preparation/people');
		const list = new PeoplePage(amina!);
		const { code } = await list.invite('Joop Verbeek');
		expect(await besidePaper(amina!.page)).toEqual([]);
		await amina!.page.emulateMedia({ media: 'print' });
		expect(await list.letter.innerText()).toContain(code);
		expect(await amina!.page.getByRole('main').innerText()).not.toContain('Vraag iemand erbij');
	});

	it('[PL1] the plan goes out without what one presses on the screen', async () => {
		const { hulya } = people;
		await hulya!.through('/demo/door/followThrough/hulya');
		await hulya!.open('/plan/paper');
		expect(await besidePaper(hulya!.page)).toEqual([]);
		await hulya!.page.emulateMedia({ media: 'print' });
		expect(await hulya!.page.getByRole('article').innerText()).toContain('Yara');
	});
});
