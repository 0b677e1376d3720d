import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '#lib/program/fingerprint.ts';
import { listing, ProgramFiles, spoken } from '#lib/program/programFiles.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** A device keeps the version it said yes to, whatever the server offers meanwhile. */
let program: Program;
let browser: Browser;
let yara: Person;
let own: ProgramFiles;
let address = '';

const ROOM = '/onze-ruimte';
const held = () => yara.page.evaluate(async () => (await caches.match('/held', { cacheName: 'rondom' }))?.text());
const inRoom = (page: Page) => page.getByRole('button', { name: 'Een afspraak', exact: true }).waitFor();

/** The list of a build that differs in the room's page: `text` is what the list says stands there. */
async function otherBuild(text: string): Promise<ProgramFiles> {
	const sha256 = await fingerprint(text);
	const files = own.files.map((file) => (file.path === ROOM ? { ...file, bytes: text.length, sha256 } : file));
	return { version: await fingerprint(listing(files)), files };
}

/** From now on the server hands out this page, and this list. */
async function serverOffers(html: string, list: ProgramFiles): Promise<void> {
	await yara.context.unrouteAll();
	await yara.context.route(`**${ROOM}*`, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
	await yara.context.route('**/program.json', (route) => route.fulfill({ json: list }));
}

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	own = ProgramFiles.parse(await (await fetch(`${program.url}/program.json`)).json());
	browser = await launchBrowser();
	yara = await Person.arrive(browser, program, 'yara');
	const doors: { id: string; station: string; url: string }[] = await (await fetch(`${program.url}/demo/doors.json`)).json();
	await yara.page.goto(doors.find(({ id, station }) => id === 'yara' && station === 'privateTime')!.url);
	await inRoom(yara.page);
	address = yara.page.url();
});
afterAll(async () => {
	await yara?.[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

describe('the version of the program on Yara’s phone', () => {
	let html = '';

	it('[SR41] is the one she came in with, and every file of it fits its fingerprint', async () => {
		await yara.page.evaluate(async () => void (await navigator.serviceWorker.ready));
		expect(await held()).toBe(own.version);
		await yara.page.goto('/echt-programma');
		await yara.sees('Wat hier is bewaard, klopt met de lijst.');
		await yara.sees(spoken(own.version));
		await yara.sees('Vergelijk haar met een lijst van ergens anders.');
	});

	it('[SR41] is served again after a start at which the browser did not get its worker', async () => {
		await yara.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
		await yara.page.goto(address);
		await inRoom(yara.page);
		await yara.page.evaluate(async () => void (await navigator.serviceWorker.ready));
	});

	it('[SR41] stays when the server hands out another page: the new one waits for her yes', async () => {
		const plain = await (await fetch(`${program.url}${ROOM}`)).text();
		html = plain.replace('<body', '<body data-newer="yes"');
		await serverOffers(html, await otherBuild(html));
		await yara.page.goto(`/sign-in`);
		await yara.page.goto(address);
		await inRoom(yara.page);
		expect(await yara.page.locator('body[data-newer]').count()).toBe(0);
		await yara.sees('Er is een nieuwe versie van het programma.');
	});

	it('[SR41] refuses a version whose files are not what its list says, and keeps the one before', async () => {
		await serverOffers(html, await otherBuild('something else'));
		await yara.page.goto('/echt-programma');
		await yara.press('Gebruik de nieuwe versie');
		await yara.sees(`Gebruik het niet en vraag hulp: ${ROOM}`);
		expect(await held()).toBe(own.version);
	});

	it('[SR41] becomes the new one when she says yes, and only then', async () => {
		const list = await otherBuild(html);
		await serverOffers(html, list);
		await yara.page.goto('/sign-in');
		await yara.page.goto(address);
		await yara.press('Gebruik de nieuwe versie');
		await yara.page.locator('body[data-newer]').waitFor();
		await inRoom(yara.page);
		expect(await held()).toBe(list.version);
		expect(await yara.page.evaluate(() => caches.keys())).toEqual(['rondom', `rondom/${list.version}`]);
		expect(yara.faults).toEqual([]);
	});

	it('[PT5] opens without any network, with what was written', async () => {
		await yara.context.unrouteAll();
		await yara.press('Een afspraak');
		await yara.page.keyboard.insertText('Riet slaapt hier op woensdag');
		await yara.sees('Alles is bewaard en verstuurd.');
		yara.wifi.off();
		await yara.page.reload();
		await new RoomPage(yara).reads('Riet slaapt hier op woensdag');
		yara.wifi.on();
	});

	it('[SR37] and not for who is not signed in here any more', async () => {
		await yara.page.goto('/account');
		await yara.press('Uitloggen');
		await yara.page.waitForURL(`${yara.wifi.url}/`);
		yara.wifi.off();
		await yara.page.goto(address);
		await yara.sees('Er is nu geen verbinding');
		expect(await yara.page.locator('textarea').count()).toBe(0);
		yara.wifi.on();
	});
});
