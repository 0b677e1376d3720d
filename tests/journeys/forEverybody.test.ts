import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { cutOffOn, findingsOn, madeOf } from './pages/axe.ts';
import { EntrancePage } from './pages/EntrancePage.ts';
import { keyboard } from './pages/keyboard.ts';
import { LAPTOP, PHONE, Person } from './pages/Person.ts';
import { PeoplePage } from './pages/PeoplePage.ts';
import { PreparationPages } from './pages/PreparationPages.ts';

/**
 * Every page for everybody: no findings of axe and nothing wider than the screen, in both themes and languages, on a
 * phone, on the smallest phone there is, on a laptop, and there with letters of twice the size.
 *
 * Whoever goes through a door of the demo follows every link they see. `npm run test:all` sends everybody round with
 * each look. `npm test` gives each one look, all looks at once, and skips what others like them saw. Either way each
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
/** What they come for; what is the same to all of them is seen by one. */
const SIDES: Record<string, string> = { amina: 'organises', karin: 'organises', ilse: 'works', tarik: 'works' };
const WITHOUT_LOGIN = [
	...['/', '/sign-in', '/in/AAAA-BBBB-CCCC', '/set-up/AAAA-BBBB-CCCC', '/nowhere', '/apply', '/said-no', '/wie-kan-meelezen'],
	...['/onze-ruimte', '/binnen', '/sleutelblad', '/echt-programma']
];
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
const UNLED: Record<string, string[]> = { 'followThrough/marleen': ['/close/pile'] };

/** What pages are made of that were looked at, with whichever look: in the short run once is enough. */
const lookedAt = new Set<string>();
const isLong = process.env.LONG_TESTS !== undefined;

/** Goes to a page and tells what is wrong with it. */
async function findingsAt(person: Person, path: string): Promise<string[]> {
	await person.page.goto(path);
	await person.page.getByRole('main').waitFor();
	seen.add(new URL(person.page.url()).pathname);
	const made = await madeOf(person.page);
	if (!isLong && lookedAt.has(made)) return cutOffOn(person.page);
	lookedAt.add(made);
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
/** These look the same at every moment, to those who come for the same. */
const TIMELESS = /\/(preparation\/.+|access-log|plan\/paper)$/;

/** Who sees the same as somebody else need not look again. */
function seenBy(door: string, path: string): string {
	const [moment = '', who = ''] = door.split('/');
	const kind = kindOf(path);
	// What is not part of a conference looks the same to everybody.
	if (!/^\/(conference\/|onze-ruimte)/.test(kind)) return kind;
	const side = SIDES[who] ?? 'circle';
	return TIMELESS.test(kind.split('?')[0]!) ? `${side} ${kind}` : `${moment} ${side} ${kind}`;
}

/** Kinds of pages seen in the short run, by whomever. */
const knownToAll = new Set<string>();

/** Follows every link from where this person came in, to every kind of page that is not known yet. */
async function goRound(person: Person, door: string): Promise<string[]> {
	await person.through(`/demo/door/${door}`);
	const { pathname, hash } = new URL(person.page.url());
	const [conference] = /\/conference\/\w+/.exec(pathname) ?? [];
	const found: string[] = [];
	const ahead = [pathname + hash, '/conference', '/account', ...(UNLED[door] ?? []).map((page) => conference + page)];
	const known = isLong ? new Set<string>() : knownToAll;
	for (const path of ahead) {
		const kind = isLong ? kindOf(path) : seenBy(door, path);
		if (known.has(kind)) continue;
		known.add(kind);
		found.push(...(await findingsAt(person, path)));
		ahead.push(...(await linksOf(person)));
	}
	return found.map((finding) => `${door}: ${finding}`);
}

const inTurn = LOOKS.map((look, index) => ({ ...look, index }));

it.concurrent.for(inTurn)(
	'no page has findings: $colorScheme, $language, $viewport.width px, letters $letters',
	{ timeout: isLong ? 3_600_000 : 600_000 },
	async ({ index, ...look }) => {
		const sample = (_: string, place: number) => isLong || place % LOOKS.length === index;
		const person = await arrive(look);
		const found: string[] = [];
		for (const path of WITHOUT_LOGIN.filter(sample)) found.push(...(await findingsAt(person, path)));
		for (const door of VISITORS.filter(sample)) found.push(...(await goRound(person, door)));
		found.push(...(await findingsAt(person, UNKNOWN)));
		// The room before one is in; each look needs somebody who is not in yet.
		await person.through(`/demo/door/preparation/${['yara', 'hulya', 'bas', 'marleen'][index]}`);
		const conference = new URL(person.page.url()).pathname.split('/').at(-1)!;
		found.push(...(await findingsAt(person, `/onze-ruimte#${conference}`)));
		await person[Symbol.asyncDispose]();
		expect(found).toEqual([]);
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
