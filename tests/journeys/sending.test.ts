import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Person } from './pages/Person.ts';

/** Forms and pages when something comes in between: no network, a program that restarts, another window. */
let program: Program;
let browser: Browser;
let hulya: Person;
let base = '';
const NEEDS = 'Ik moet om vier uur weg voor de hond.';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
	await hulya?.[Symbol.asyncDispose]();
	hulya = await Person.arrive(browser, program, 'hulya');
	await hulya.through('/demo/door/preparation/hulya');
	base = new URL(hulya.page.url()).pathname;
	await openForm(hulya.page);
});

const box = (page: Page) => page.locator('textarea[name="needs"]');
const send = (page: Page) => page.locator('form', { has: box(page) }).getByRole('button').click();

/** The page about oneself, once its script answers. */
async function openForm(page: Page): Promise<void> {
	await page.goto(`${base}/preparation/me`);
	await page.waitForLoadState('networkidle');
}

/** Keeps scripts from arriving; answers with what lets them through. */
async function holdScripts(page: Page): Promise<() => void> {
	const { promise: mayLoad, resolve: load } = Promise.withResolvers<void>();
	await page.route('**/*.js', async (route) => {
		await mayLoad;
		await route.continue();
	});
	return load;
}

describe('a form that is filled in before the script has loaded', () => {
	it.each([
		['a line', '/in', 'input[name="code"]', 'KATH-7Q2M'],
		['a box', 'preparation/me', 'textarea[name="needs"]', NEEDS]
	])('keeps %s as it was typed', async (_, path, where, typed) => {
		const load = await holdScripts(hulya.page);
		await hulya.page.goto(path.startsWith('/') ? path : `${base}/${path}`, { waitUntil: 'commit' });
		await hulya.page.locator(where).fill(typed);
		load();
		await hulya.page.waitForLoadState('networkidle');
		expect(await hulya.page.locator(where).inputValue()).toBe(typed);
	});

	it('stays unfolded', async () => {
		const amina = await Person.arrive(browser, program, 'amina');
		await amina.through('/demo/door/preparation/amina');
		const load = await holdScripts(amina.page);
		await amina.page.goto(`${new URL(amina.page.url()).pathname}/preparation/people`, { waitUntil: 'commit' });
		const form = await amina.unfold('Iemand uit de kring');
		await amina.write('Naam', 'Joke Smit', form);
		load();
		await amina.page.waitForLoadState('networkidle');
		expect(await form.getAttribute('open')).not.toBeNull();
		expect(await form.getByLabel('Naam', { exact: true }).inputValue()).toBe('Joke Smit');
		await amina[Symbol.asyncDispose]();
	});
});

describe('a form that is sent', () => {
	it('without internet says so, keeps what was typed, and goes once there is', async () => {
		await box(hulya.page).fill(NEEDS);
		await hulya.context.setOffline(true);
		await send(hulya.page);
		await hulya.sees(/Je hebt nu geen internet/);
		expect(await box(hulya.page).inputValue()).toBe(NEEDS);
		await hulya.context.setOffline(false);
		await send(hulya.page);
		await hulya.sees('Bewaard.');
	});

	it('while the program restarts keeps what was typed, and goes afterwards', async () => {
		await box(hulya.page).fill(`${NEEDS} En een kussen.`);
		await program.kill();
		await send(hulya.page);
		await hulya.sees(/Dit is misschien niet aangekomen/);
		expect(await box(hulya.page).inputValue()).toBe(`${NEEDS} En een kussen.`);
		await program.begin();
		await send(hulya.page);
		await hulya.sees('Bewaard.');
		await openForm(hulya.page);
		expect(await box(hulya.page).inputValue()).toBe(`${NEEDS} En een kussen.`);
	});

	it('goes once, however often the button is pressed', async () => {
		let sent = 0;
		const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
		await hulya.page.route(/preparation\/me\?/, async (route) => {
			sent++;
			await answered;
			await route.continue();
		});
		await box(hulya.page).fill('Een stoel met een rug.');
		for (let pressed = 0; pressed < 3; pressed++) await send(hulya.page);
		await hulya.sees('Even wachten …');
		answer();
		await hulya.sees('Bewaard.');
		expect(sent).toBe(1);
	});

	it('after signing out elsewhere keeps what was typed, and goes once signed in again', async () => {
		await box(hulya.page).fill('Ik zit graag bij de deur.');
		const cookies = await hulya.context.cookies();
		await hulya.context.clearCookies({ name: 'rondom' });
		await send(hulya.page);
		await hulya.sees(/Je bent uitgelogd/);
		expect(await box(hulya.page).inputValue()).toBe('Ik zit graag bij de deur.');
		await hulya.context.addCookies(cookies);
		await send(hulya.page);
		await hulya.sees('Bewaard.');
		expect(await hulya.page.getByText('Bewaard.').count(), 'said once').toBe(1);
	});

	it('is not carried out when somebody else is signed in meanwhile in another window', async () => {
		await box(hulya.page).fill('Dit is van Hülya.');
		const other = await hulya.context.newPage();
		await other.goto('/demo/door/preparation/bas');
		await send(hulya.page);
		await hulya.sees(/iemand anders ingelogd/);
		await openForm(other);
		expect(await box(other).inputValue()).not.toContain('Hülya');
	});
});

describe('a page', () => {
	it('asked for before signing in is where one comes after it', async () => {
		const riet = await Person.arrive(browser, program, 'riet');
		await riet.through('/demo/door/preparation/riet');
		await riet.page.goto('/account');
		const [, handle] = /inlognaam is (\S+)\./.exec(await riet.text())!;
		await riet.page.locator('input[name="password"]').fill('een zin van oma Riet');
		await riet.press('Bewaar');
		await riet.sees(/Je wachtwoord is bewaard/);
		await riet.press('Uitloggen');
		await riet.page.waitForURL('/');
		await riet.page.goto(`${base}/preparation/question`);
		await riet.sees('Log eerst in. Daarna kom je vanzelf op de goede pagina.');
		await riet.write('Je e-mailadres of inlognaam', handle!);
		await riet.write('Je wachtwoord', 'geen idee');
		await riet.press('Inloggen');
		await riet.sees(/Dit klopt niet samen/);
		await riet.write('Je wachtwoord', 'een zin van oma Riet');
		await riet.press('Inloggen');
		await riet.page.waitForURL(`**${base}/preparation/question`);
		await riet[Symbol.asyncDispose]();
	});

	it('that takes long says that it is coming', async () => {
		const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
		await hulya.page.route(/__data\.json/, async (route) => {
			await answered;
			await route.continue();
		});
		await hulya.press('Menu');
		await hulya.page.locator('nav a[href$="/information"]').click();
		await hulya.sees('De pagina komt eraan …');
		answer();
		await hulya.page.waitForURL('**/information');
	});

	it('[AC3] that is not there says so in the reader’s own language, with a way back', async () => {
		await hulya.context.addCookies([{ name: 'language', value: 'en', url: hulya.wifi.url }]);
		for (const path of ['/nowhere', `${base}/nothing`, '/conference/aaaaaaaaaaaaaaa']) {
			const answer = await hulya.page.goto(path);
			expect(answer!.status(), path).toBe(404);
			expect(await hulya.page.locator('html').getAttribute('lang')).toBe('en');
			await hulya.page.getByRole('main').getByRole('link', { name: 'My conferences' }).waitFor();
		}
	});
});
