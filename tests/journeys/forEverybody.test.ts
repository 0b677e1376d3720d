import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { EntrancePage } from './pages/EntrancePage.ts';
import { LAPTOP, PHONE, Person } from './pages/Person.ts';
import { PeoplePage } from './pages/PeoplePage.ts';
import { PreparationPages } from './pages/PreparationPages.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** Every page for everybody: no findings of axe, in both themes and languages, on a phone and a laptop. */
let program: Program;
let browser: Browser;

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

const door = (who: string) => `/demo/door/preparation/${who}`;
const NOBODYS = ['/', '/sign-in', '/in', '/in/AAAA-BBBB-CCCC', '/nowhere'];
const PREPARING = ['question', 'agenda', 'people', 'briefing', 'contributions', 'requirements', 'safety', 'me'];
const preparing = (...parts: string[]) => ['/preparation', ...parts.map((part) => `/preparation/${part}`)];
const PAGES: Record<string, string[]> = {
	yara: ['', ...preparing(...PREPARING), '/information', '/access-log', '/plan'],
	hulya: ['', ...preparing('question', 'people'), '/information'],
	amina: ['', ...preparing(...PREPARING)],
	ilse: ['', ...preparing('agenda', 'contributions', 'requirements'), '/plan'],
	tarik: ['', ...preparing('contributions', 'me')]
};
let entered = 0;
let link = '';

const LOOKS = [
	{ colorScheme: 'light', language: 'nl', viewport: PHONE },
	{ colorScheme: 'dark', language: 'en', viewport: PHONE },
	{ colorScheme: 'light', language: 'en', viewport: LAPTOP },
	{ colorScheme: 'dark', language: 'nl', viewport: { width: 320, height: 700 } }
] as const;

/** The long run looks with all four; the short one with two that differ in everything. */
const looks = process.env.LONG_TESTS ? LOOKS : LOOKS.slice(2);

describe.each(looks)('$colorScheme, $language, $viewport.width px', ({ colorScheme, language, viewport }) => {
	async function arrive(): Promise<Person> {
		const person = await Person.arrive(browser, program, 'somebody', viewport);
		await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await person.context.addCookies([{ name: 'language', value: language, url: person.wifi.url }]);
		return person;
	}

	async function findings(person: Person, path: string): Promise<string[]> {
		await person.page.goto(path);
		await person.page.locator('h1').first().waitFor();
		const { violations } = await new AxeBuilder({ page: person.page as never }).analyze();
		const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
		return [
			...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
			...(wide ? [`${path} is wider than the screen`] : [])
		];
	}

	it('pages that need no login have no findings', async () => {
		const person = await arrive();
		for (const path of NOBODYS) expect(await findings(person, path)).toEqual([]);
		await person[Symbol.asyncDispose]();
	});

	it.each(Object.keys(PAGES))('the pages of %s have no findings', async (who) => {
		const person = await arrive();
		await person.through(door(who));
		const { pathname } = new URL(person.page.url());
		for (const page of ['/conference', '/account', ...PAGES[who]!.map((rest) => `${pathname}${rest}`)]) {
			expect(await findings(person, page)).toEqual([]);
		}
		await person[Symbol.asyncDispose]();
	});

	it('the room, before and inside, has no findings', async () => {
		const person = await arrive();
		// Each look needs somebody who is not in yet: Yara begins, the others come by her link.
		const who = ['yara', 'hulya', 'bas', 'marleen'][entered++]!;
		await person.through(door(who));
		const conference = new URL(person.page.url()).pathname.split('/').at(-1)!;
		expect(await findings(person, `/onze-ruimte#${conference}`)).toEqual([]);
		await person.context.addCookies([{ name: 'language', value: 'nl', url: person.wifi.url }]);
		await person.page.reload();
		const room = new RoomPage(person);
		if (link) await room.enterBy(link);
		else await room.begin();
		link ||= await room.link();
		await room.writeAgreement({ what: 'Wij wandelen op dinsdag.', who: 'Hülya Aksoy' });
		const { violations } = await new AxeBuilder({ page: person.page as never }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		await person[Symbol.asyncDispose]();
	});
});

describe('before the script has loaded, or without any', () => {
	it('Joop comes in by his letter, and what he fills in is kept', async () => {
		const amina = await Person.arrive(browser, program, 'amina', LAPTOP);
		await amina.through(door('amina'));
		await amina.open('/preparation/people');
		const { code } = await new PeoplePage(amina).invite('Joop Verbeek');
		const joop = await Person.arrive(browser, program, 'joop', PHONE, { script: false });
		await new EntrancePage(joop).enterByCode(code);
		await new PreparationPages(joop).writeOwnNeeds('Ik hoor slecht.');
		for (const person of [amina, joop]) await person[Symbol.asyncDispose]();
	});
});
