import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Person, PHONE } from './pages/Person.ts';

/** What is always at hand, on an ordinary page and on that of the sealed room: danger now, help, quick exit. */
let program: Program;
let browser: Browser;
let yara: Person;

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
	browser = await launchBrowser();
	yara = await Person.arrive(browser, program, 'yara');
	await yara.through('/demo/door/preparation/yara');
});
afterAll(async () => {
	await yara?.[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

/** Everything by which somebody else could see later that it was opened. */
const traces = () =>
	yara.page.evaluate(() => ({ address: location.href, pages: history.length, kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), cookies: document.cookie }));

describe.each(['/account', 'the sealed room'])('on %s', (place) => {
	async function come(): Promise<void> {
		const [conference] = (await (await yara.page.request.get('/conference')).text()).match(/\/conference\/[a-z0-9]{15}/)!;
		await yara.page.goto('about:blank');
		await yara.page.goto(place === '/account' ? place : `/onze-ruimte#${conference.split('/').at(-1)}`);
		await yara.page.getByRole('heading', { level: 1 }).waitFor();
		await yara.page.waitForLoadState('networkidle');
	}

	/** By keyboard: to it, and press. */
	async function openByKeyboard(words: string): Promise<void> {
		await yara.page.locator('summary').filter({ hasText: words }).focus();
		await yara.page.keyboard.press('Enter');
	}

	it('[DG1] danger now opens by keyboard, asks nothing of the program, and leaves no trace', async () => {
		await come();
		const before = await traces();
		const asked: string[] = [];
		yara.page.on('request', (request) => asked.push(request.url()));
		await openByKeyboard('Nu gevaar?');
		await yara.page.getByRole('link', { name: '112', exact: true }).waitFor();
		expect(await yara.page.locator('footer a[href^="tel:"]').count()).toBe(3);
		expect(asked).toEqual([]);
		expect(await traces()).toEqual(before);
	});

	it('bigger letters, dark and another language come where one is, and nothing that was typed goes', async () => {
		await come();
		const box = place === '/account' ? yara.page.locator('input[name="password"]') : undefined;
		await box?.fill('half een wachtwoord');
		const address = yara.page.url();
		await openByKeyboard('Hulp');
		const normal = await yara.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
		await yara.press('Grotere letters');
		await yara.press('Donker');
		await yara.press('English');
		await yara.page.getByRole('button', { name: 'Larger letters', pressed: true }).waitFor();
		const look = await yara.page.evaluate(() => {
			const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
			return { letters: parseFloat(fontSize), colorScheme, language: document.documentElement.lang };
		});
		expect(look.letters).toBeGreaterThan(normal);
		expect(look).toMatchObject({ colorScheme: 'dark', language: 'en' });
		expect(yara.page.url()).toBe(address);
		if (box) expect(await box.inputValue()).toBe('half een wachtwoord');
		await yara.press('Normal letters');
		await yara.press('As your device');
		await yara.press('Nederlands');
		await yara.page.getByRole('button', { name: 'Gewone letters', pressed: true }).waitFor();
	});

	it.each([
		[390, 'large'],
		[320, 'normal'],
		[320, 'large']
	])('[DG1] all three stand beside each other on a phone of %i with %s letters', async (width, letters) => {
		await come();
		const { page } = yara;
		await page.setViewportSize({ ...PHONE, width });
		await page.evaluate((size) => (document.documentElement.dataset.letters = size), letters);
		const three = page.locator('footer summary, footer > a');
		const boxes = await three.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, right }) => ({ top, right })));
		expect(boxes).toHaveLength(3);
		expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1);
		expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width);
		await page.setViewportSize(PHONE);
	});

	it('[DG1] quick exit by keyboard puts another site in the place of this page', async () => {
		await yara.context.route('https://www.buienradar.nl/', (route) => route.fulfill({ body: 'Vandaag droog.' }));
		await come();
		const { pages } = await traces();
		await yara.page.getByRole('link', { name: 'Snel weg' }).focus();
		await yara.page.keyboard.press('Enter');
		await yara.page.waitForURL('https://www.buienradar.nl/');
		expect(await yara.page.evaluate(() => history.length)).toBe(pages);
	});
});

describe('where nothing else came', () => {
	it('[DG1] a link followed without a network leads to a page with danger now, help and quick exit, and on from there', async () => {
		await yara.page.goto('/account');
		await yara.page.waitForLoadState('networkidle');
		yara.wifi.off();
		await yara.page.getByRole('link', { name: 'Rondom' }).click();
		await yara.sees('Het lukt nu even niet.');
		await yara.page.locator('summary').filter({ hasText: 'Nu gevaar?' }).click();
		await yara.page.getByRole('link', { name: '112', exact: true }).waitFor();
		await yara.page.getByRole('link', { name: 'Snel weg' }).waitFor();
		yara.wifi.on();
		await yara.page.getByRole('link', { name: 'Probeer opnieuw' }).click();
		await yara.page.getByRole('heading', { level: 1 }).waitFor();
		expect(await yara.page.getByText('Het lukt nu even niet.').count()).toBe(0);
	});
});
