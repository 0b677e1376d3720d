import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { LAPTOP, Person, PHONE } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';
import { SheetPage } from './pages/SheetPage.ts';

/**
 * All eight devices of the circle are wiped, and what is left is one sheet of paper. The sheet that was in the demo's
 * doors gave everybody a device first; Yara then makes the circle's own.
 */
let program: Program;
let browser: Browser;
let doors: { id: string; station: string; url: string }[];
let conference = '';
let paper = '';
let fresh = '';
const people: Record<string, Person> = {};
const EIGHT = ['yara', 'hulya', 'bas', 'riet', 'gino', 'marleen', 'lucinda', 'ruben'];
const NIGHT = 'Bel Marleen. Joop zit klaar met de auto.';
/** Whatever left a page of the circle: addresses and bodies. */
const sent: string[] = [];

const room = (who: string) => new RoomPage(people[who]!);
const sheet = (who: string) => new SheetPage(people[who]!);

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	doors = await (await fetch(`${program.url}/demo/doors.json`)).json();
	for (const who of EIGHT) {
		const { url } = doors.find(({ id, station }) => id === who && station === 'privateTime')!;
		const person = (people[who] = await Person.arrive(browser, program, who, who === 'yara' ? LAPTOP : undefined));
		person.page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
		await person.page.goto(url);
		await room(who).isInside();
	}
	conference = new URL(people.yara!.page.url()).hash.slice(1);
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

describe('the sleutelblad', () => {
	it('[SR9] Yara makes it from the list of who is in; it says how to keep it and what happens when all is gone', async () => {
		await room('yara').writeNightCall(NIGHT);
		for (const who of EIGHT) await room(who).reads(NIGHT);
		await people.yara!.press('Het sleutelblad');
		await people.yara!.sees('Bewaar het zoals een paspoort.');
		await people.yara!.sees('Zijn alle apparaten én dit blad weg?');
		paper = await sheet('yara').makes();
		expect(paper).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
		const { page } = people.yara!;
		expect(await sheet('yara').onPaper()).toContain(paper.slice(0, 4));
		expect(await sheet('yara').onPaper()).not.toContain('Joop zit klaar');
		expect(await findingsOn(page)).toEqual([]);
		expect(page.url()).not.toContain(paper);
		expect(await page.title()).toBe('Onze ruimte');
	});

	it('[SR6] leaving without typing it back says so, and it can be done later', async () => {
		const yara = people.yara!;
		await yara.press('Terug naar onze ruimte');
		await yara.sees('Het sleutelblad is nog niet teruggetypt');
		await yara.page.reload();
		await yara.press('Typ het terug');
		await sheet('yara').types(sheet('yara').slip(paper, 13));
		await yara.sees('Kijk naar groep 4, letter 2.');
		await sheet('yara').pointsAt(13);
		expect(await findingsOn(yara.page)).toEqual([]);
		await sheet('yara').types(paper.toLowerCase());
		await yara.sees('Met dit blad komen jullie altijd weer binnen.');
		await yara.press('Terug naar onze ruimte');
		await room('yara').isInside();
		expect(await yara.page.getByText('nog niet teruggetypt').count()).toBe(0);
	});

	it('[SR40] its letters are nowhere but on paper: not in storage, not in what was sent, not in the program’s log', async () => {
		const kept = await people.yara!.page.evaluate(() =>
			JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state, document.title])
		);
		for (const text of [kept, ...sent, program.said]) expect(text.includes(paper)).toBe(false);
	});
});

describe('all devices wiped', () => {
	it('[SR8] Yara types it with one wrong letter, is shown which, mends it, and the plan is there', async () => {
		for (const who of EIGHT) await sheet(who).everythingGone();
		const yara = people.yara!;
		await yara.page.goto(`/onze-ruimte#${conference}`);
		await yara.follow('Ik heb het sleutelblad');
		await yara.page.setViewportSize(PHONE);
		await yara.press('Ga naar binnen');
		await yara.sees('Er staat nog niets.');
		await sheet('yara').isShownWhatIsWrong();
		await sheet('yara').enters(sheet('yara').slip(paper, 20));
		await yara.sees('Kijk naar groep 6, letter 1.');
		await sheet('yara').pointsAt(20);
		await sheet('yara').isShownWhatIsWrong();
		expect(await findingsOn(yara.page)).toEqual([]);
		await sheet('yara').enters(paper);
		await room('yara').isInside();
		await yara.page.setViewportSize(LAPTOP);
		await room('yara').reads(NIGHT);
	});

	it('[SR4] she makes a fresh one, and the old sheet and her old device are ticked to go', async () => {
		const yara = people.yara!;
		await yara.press('Naar het sleutelblad');
		fresh = await sheet('yara').makes();
		await yara.press('Het staat op papier');
		await sheet('yara').types(fresh);
		await yara.sees('Haal weg wat oud is');
		expect(await sheet('yara').ticked()).toEqual(expect.arrayContaining([expect.stringMatching(/^Je andere/), expect.stringMatching(/^Het sleutelblad van/)]));
		await yara.press('Haal dit weg');
		await yara.sees('Het oude is weg.');
		await yara.press('Terug naar onze ruimte');
		await room('yara').isInside();
	});

	it('[SR4] the old sheet opens nothing any more; by the fresh one’s picture the others are in again read the plan, and take their old devices out', async () => {
		const hulya = people.hulya!;
		await hulya.page.goto('/sleutelblad');
		await sheet('hulya').enters(paper);
		// With the server's own leavings, or without.
		await hulya.sees(/^Dit blad is vervangen|^Deze letters horen niet bij/);
		for (const who of EIGHT.slice(1)) {
			await sheet(who).scans(`/sleutelblad#1.${conference}.${fresh}`);
			expect(people[who]!.page.url()).not.toContain(fresh);
			await people[who]!.press('Ga naar binnen');
			await room(who).isInside();
			await room(who).reads(NIGHT);
			await people[who]!.press('Nee, haal het eruit');
			await people[who]!.press('Ja, haal dit eruit');
			await people[who]!.sees('Gedaan. Er wordt nu niets nieuws meer gelezen.');
		}
		expect(Object.fromEntries(Object.entries(people).map(([who, { faults }]) => [who, faults]))).toEqual(
			Object.fromEntries(Object.keys(people).map((who) => [who, []]))
		);
	});

	it('[SR38] on a tablet of everybody Gino comes in with it too, and the browser keeps nothing of it', async () => {
		const tablet = (people.tablet = await Person.arrive(browser, program, 'tablet'));
		await tablet.through('/demo/door/privateTime/gino');
		await tablet.page.goto(`/sleutelblad#${conference}`);
		await tablet.unfold('Gebruiken meer mensen dit apparaat?');
		await tablet.press('Laat hier niets achter');
		await tablet.sees('Je laat hier straks niets achter.');
		expect(await findingsOn(tablet.page)).toEqual([]);
		await sheet('tablet').enters(fresh);
		await room('tablet').isInside();
		await tablet.sees('Dit is nu het scherm van Gino Martina. Het laat niets achter.');
		expect(await tablet.page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	});
});
