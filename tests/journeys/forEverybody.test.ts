import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { EntrancePage } from './pages/EntrancePage.ts';
import { keyboard } from './pages/keyboard.ts';
import { LAPTOP, PHONE, Person } from './pages/Person.ts';
import { PeoplePage } from './pages/PeoplePage.ts';
import { PreparationPages } from './pages/PreparationPages.ts';
import { RoomPage } from './pages/RoomPage.ts';

/**
 * Every page for everybody: no findings of axe and nothing wider than the screen, in both themes and languages, on a
 * phone, on the smallest phone there is, on a laptop, and there with letters of twice the size.
 *
 * Whoever goes through a door of the demo follows every link they see. `npm run test:all` sends everybody round with
 * each look. `npm test` gives each one look, and skips what another saw at that moment of the case. Either way each
 * route has to be seen.
 */
const LOOKS = [
	{ colorScheme: 'light', language: 'nl', viewport: PHONE, letters: '100%' },
	{ colorScheme: 'dark', language: 'en', viewport: LAPTOP, letters: '100%' },
	{ colorScheme: 'dark', language: 'nl', viewport: { width: 320, height: 700 }, letters: '100%' },
	{ colorScheme: 'light', language: 'en', viewport: LAPTOP, letters: '200%' }
] as const;

/** Between them these see all there is to see. */
const VISITORS = [
	...['yara', 'ilse', 'karin', 'amina'].map((who) => `application/${who}`),
	...['yara', 'amina', 'hulya', 'ilse', 'tarik'].map((who) => `preparation/${who}`),
	...['ilse', 'marleen', 'amina'].map((who) => `privateTime/${who}`),
	...['tarik', 'ilse', 'hulya', 'amina'].map((who) => `presentation/${who}`),
	...['marleen', 'yara', 'sanne', 'amina', 'ilse'].map((who) => `followThrough/${who}`),
	...['hulya', 'marleen', 'ilse'].map((who) => `review/${who}`)
];
const WITHOUT_LOGIN = ['/', '/sign-in', '/in/AAAA-BBBB-CCCC', '/set-up/AAAA-BBBB-CCCC', '/nowhere', '/onze-ruimte'];
const UNKNOWN = '/conference/aaaaaaaaaaaaaaa';

let program: Program;
let browser: Browser;
/** Paths that were looked at. */
const seen = new Set<string>();

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-03T09:00:00Z' });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

type Look = (typeof LOOKS)[number];

async function arrive({ colorScheme, language, viewport, letters }: Look): Promise<Person> {
	const person = await Person.arrive(browser, program, 'somebody', viewport);
	await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await person.context.addCookies([{ name: 'language', value: language, url: person.wifi.url }]);
	await person.page.addInitScript((size) => {
		addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
	}, letters === '100%' ? '' : `calc(1.125 * ${letters})`);
	return person;
}

/** Pages that nothing leads to at these moments of the case. */
const UNLED: Record<string, string> = { 'followThrough/marleen': '/close/pile' };

/** Goes to a page and tells what is wrong with it. */
async function findingsAt(person: Person, path: string): Promise<string[]> {
	await person.page.goto(path);
	await person.page.getByRole('main').waitFor();
	seen.add(new URL(person.page.url()).pathname);
	return findingsOn(person.page);
}

/** Addresses within the program that the page leads to. */
async function linksOf(person: Person): Promise<string[]> {
	const links = await person.page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
	return links
		.map((link) => new URL(link))
		.filter(({ origin, pathname }) => origin === person.wifi.url && !/^\/(demo|onze-ruimte)/.test(pathname))
		.map(({ pathname, search }) => pathname + search);
}

/** What differs in its ids alone is one kind of page. */
const kindOf = (path: string) => path.replace(/[a-z0-9]{15}/g, '*').replace(/=\d+/g, '=*');

/** Follows every link from where this person came in, to every kind of page that is not known yet. */
async function goRound(person: Person, moment: string, known: Set<string>): Promise<string[]> {
	const found: string[] = [];
	const { pathname, hash } = new URL(person.page.url());
	const ahead = [pathname + hash, '/conference', '/account'];
	for (const path of ahead) {
		// What is not part of a conference looks the same to everybody.
		const kind = /^\/(conference\/|onze-ruimte)/.test(path) ? `${moment} ${kindOf(path)}` : kindOf(path);
		if (known.has(kind)) continue;
		known.add(kind);
		found.push(...(await findingsAt(person, path)));
		ahead.push(...(await linksOf(person)));
	}
	return found;
}

const isLong = process.env.LONG_TESTS !== undefined;
/** Kinds of pages seen in the short run, by whomever. */
const knownToAll = new Set<string>();

describe.each(LOOKS.map((look, index) => ({ ...look, index })))(
	'$colorScheme, $language, $viewport.width px, letters $letters',
	({ index, ...look }) => {
		const sample = (_: string, place: number) => isLong || place % LOOKS.length === index;

		it('pages that need no login have no findings', async () => {
			const person = await arrive(look);
			for (const path of WITHOUT_LOGIN.filter(sample)) expect(await findingsAt(person, path)).toEqual([]);
			await person[Symbol.asyncDispose]();
		});

		it.each(VISITORS.filter(sample))('whatever %s is led to has no findings', async (door) => {
			const person = await arrive(look);
			await person.through(`/demo/door/${door}`);
			const [conference] = /\/conference\/\w+/.exec(person.page.url()) ?? [];
			expect(await goRound(person, door.split('/')[0]!, isLong ? new Set() : knownToAll)).toEqual([]);
			if (door in UNLED) expect(await findingsAt(person, `${conference}${UNLED[door]}`)).toEqual([]);
			expect(await findingsAt(person, UNKNOWN)).toEqual([]);
			await person[Symbol.asyncDispose]();
		});

		it('the room, before and inside, has no findings', async () => {
			const person = await arrive(look);
			// Each look needs somebody who is not in yet.
			await person.through(`/demo/door/preparation/${['yara', 'hulya', 'bas', 'marleen'][index]}`);
			const conference = new URL(person.page.url()).pathname.split('/').at(-1)!;
			expect(await findingsAt(person, `/onze-ruimte#${conference}`)).toEqual([]);
			await person[Symbol.asyncDispose]();
		});
	}
);

it('each route was seen', () => {
	const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));
	const unseen = globSync('**/+page.svelte', { cwd: routes }).filter((file) => {
		const parts = file.split('/').slice(0, -1).filter((part) => !part.startsWith('('));
		const pattern = parts.map((part) => (part.startsWith('[[') ? '(/[^/]+)?' : part.startsWith('[') ? '/[^/]+' : `/${part}`));
		return ![...seen].some((path) => new RegExp(`^${pattern.join('') || '/'}$`).test(path));
	});
	expect(unseen).toEqual([]);
});

describe('before the script has loaded, or without any', () => {
	it('Joop comes in by his letter, and what he fills in is kept', async () => {
		const amina = await Person.arrive(browser, program, 'amina', LAPTOP);
		await amina.through('/demo/door/preparation/amina');
		await amina.open('/preparation/people');
		const { code } = await new PeoplePage(amina).invite('Joop Verbeek');
		const joop = await Person.arrive(browser, program, 'joop', PHONE, { script: false });
		await new EntrancePage(joop).enterByCode(code);
		await new PreparationPages(joop).writeOwnNeeds('Ik hoor slecht.');
		for (const person of [amina, joop]) await person[Symbol.asyncDispose]();
	});
});

describe('with nothing but a keyboard', () => {
	it('the first stop of a page leads past its menu, and help, danger now and the list of the circle open', async () => {
		const hulya = await Person.arrive(browser, program, 'hulya', PHONE, { hands: keyboard });
		await hulya.through('/demo/door/preparation/hulya');
		await hulya.page.keyboard.press('Tab');
		await hulya.page.keyboard.press('Enter');
		await hulya.page.keyboard.press('Tab');
		expect(await hulya.page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
		await hulya.unfold('Als lijst');
		await hulya.sees('Joop Verbeek', hulya.page.getByRole('listitem'));
		await hulya.unfold('Nu gevaar?');
		await hulya.sees('Bel 112 als er nu gevaar is.');
		await hulya.unfold('Hulp');
		await hulya.press('Grotere letters');
		await hulya.page.locator('html[data-letters="large"]').waitFor();
		await hulya[Symbol.asyncDispose]();
	});
});
