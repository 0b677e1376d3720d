import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatInviteLink } from '#lib/crypto/invite/link.ts';
import { qrOf } from '#lib/qr.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { EntrancePage } from './pages/EntrancePage.ts';
import { keepsKeyboard } from './pages/keyboard.ts';
import { PeoplePage } from './pages/PeoplePage.ts';
import { LAPTOP, Person, PHONE } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** Five come in by different ways, and one with another's session who does not. */
let program: Program;
let browser: Browser;
let conference = '';
const people: Record<string, Person> = {};

async function arrive(who: string, viewport = PHONE): Promise<Person> {
	return (people[who] = await Person.arrive(browser, program, who, viewport));
}
const through = (person: Person, who: string) => person.through(`/demo/door/preparation/${who}`);
const room = (who: string) => new RoomPage(people[who]!);

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	const yara = await arrive('yara', LAPTOP);
	await yara.page.addInitScript(remembersSecrets);
	await through(yara, 'yara');
	conference = new URL(yara.page.url()).pathname.split('/').at(-1)!;
	await room('yara').enter();
	await room('yara').begin();
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

describe('coming in', () => {
	it('[SR6] with the QR picture that Yara holds up: Hülya scans it', async () => {
		const { screen, address } = await holdsUp('Hülya Aksoy');
		expect(await findingsInBothThemes(people.yara!.page)).toEqual([]);
		await through(await arrive('hulya'), 'hulya');
		await people.hulya!.sees('Kom alvast binnen');
		await people.hulya!.sees('Vraag Yara de Wit om je binnen te laten.');
		await room('hulya').knock(address);
		// The question is on the very screen with the picture.
		await people.yara!.sees('Staat er op het scherm van Hülya Aksoy: ‘Wachten op Yara de Wit’?', screen);
		await people.hulya!.sees('Wachten op Yara de Wit');
		await room('yara').opensFor('Hülya Aksoy');
		await room('hulya').isInside();
		await people.yara!.sees('Hülya Aksoy is binnen.', screen);
		await people.yara!.press('Klaar', screen);
		await people.hulya!.page.goto(`/conference/${conference}`);
		await people.hulya!.sees('Binnen gelaten: Yara de Wit, Hülya Aksoy.');
		expect(await people.hulya!.text()).not.toContain('Kom alvast binnen');
		await room('hulya').enter();
	});

	it('[SR7] not with a picture whose screen was closed: it dies with it, and nobody hears a knock', async () => {
		const { screen, address } = await holdsUp('Bas Hoekstra');
		await people.yara!.press('Klaar', screen);
		await screen.waitFor({ state: 'detached' });
		await through(await arrive('bas'), 'bas');
		await people.bas!.openLink(address);
		await people.bas!.press('Dit is mijn apparaat');
		await people.bas!.sees('Deze link werkt niet meer');
		expect(await people.yara!.text()).not.toContain('Bas Hoekstra klopt aan');
	});

	it('[SR40] with a link that Yara sends herself; it is on her list until it is used, and its secret leaves the address', async () => {
		const link = await room('yara').linkFor('Bas Hoekstra');
		await people.yara!.press('Laat iemand binnen');
		await people.yara!.sees('Bas Hoekstra: link, nog niet geopend');
		await people.yara!.page.keyboard.press('Escape');
		await room('bas').knock(link);
		expect(people.bas!.page.url()).not.toContain(new URL(link).hash.split('.')[2]);
		// Wherever Yara is in the room, and also after she loaded the page anew.
		await people.yara!.page.reload();
		await people.yara!.sees('Bas Hoekstra klopt aan');
		expect(await findingsInBothThemes(people.yara!.page)).toEqual([]);
		expect(await findingsInBothThemes(people.bas!.page)).toEqual([]);
		await room('yara').opensFor('Bas Hoekstra');
		await room('bas').isInside();
	});

	it('[SR7] not with a link that Yara took back', async () => {
		await through(await arrive('marleen'), 'marleen');
		const link = await room('yara').linkFor('Marleen de Wit');
		await people.yara!.press('Laat iemand binnen');
		await people.yara!.press('Trek in: Marleen de Wit');
		await people.yara!.page.getByText('Uitnodigingen die nog open zijn').waitFor({ state: 'detached' });
		await people.yara!.press('Klaar');
		await people.marleen!.openLink(link);
		await people.marleen!.press('Dit is mijn apparaat');
		await people.marleen!.sees('Deze link werkt niet meer');
	});

	it('[SR7] not with a link that was opened on two devices: Yara hears of it, and makes a new one', async () => {
		for (const device of ['riet', 'rietsTablet']) await through(await arrive(device), 'riet');
		const link = await room('yara').linkFor('Riet de Wit');
		await room('riet').knock(link);
		await people.yara!.sees('Riet de Wit klopt aan');
		await room('rietsTablet').knock(link);
		const ended = people.yara!.sheet('Riet de Wit is niet binnen');
		await people.yara!.sees('De link is op twee apparaten geopend.', ended);
		for (const device of ['riet', 'rietsTablet']) await people[device]!.sees('Deze link werkt niet meer');
		await people.yara!.press('Maak een nieuwe', ended);
		await people.yara!.press('Ergens anders', people.yara!.page.getByRole('dialog'));
		const anew = await people.yara!.page.getByLabel('De link', { exact: true }).inputValue();
		await people.yara!.press('Klaar');
		// Pasted, as in an app on a home screen, where a link opens somewhere else.
		const half = anew.slice(0, -20);
		await people.riet!.write('Plak de uitnodiging', half);
		await people.riet!.press('Ga verder');
		await people.riet!.sees('Dit is geen hele uitnodiging.', people.riet!.page.getByRole('alert'));
		expect(await people.riet!.page.getByLabel('Plak de uitnodiging').inputValue()).toBe(half);
		await people.riet!.write('Plak de uitnodiging', anew);
		await people.riet!.press('Ga verder');
		await people.riet!.press('Dit is mijn apparaat');
		await room('yara').opensFor('Riet de Wit');
		await room('riet').isInside();
	});

	it('[SR6] on the phone, by four pictures: Joop, who came by his letter, reads them out to Yara', async () => {
		const amina = await arrive('amina', LAPTOP);
		await through(amina, 'amina');
		await amina.open('/preparation/people');
		const { link } = await new PeoplePage(amina).invite('Joop Verbeek');
		const joop = await arrive('joop');
		await new EntrancePage(joop).enterByLink(link);
		await joop.page.goto(`/onze-ruimte#${conference}`);
		await joop.follow('Naar de deur');
		await joop.unfold('We bellen al');
		expect(await findingsInBothThemes(joop.page)).toEqual([]);
		await joop.press('Yara de Wit');
		await joop.press('Dit is mijn apparaat');
		await joop.sees('Je belt met Yara de Wit');
		await people.yara!.press('Ja, wij bellen nu', people.yara!.sheet('Joop Verbeek zegt: we bellen nu'));
		await joop.sees('Lees deze vier woorden voor');
		const pictures = joop.page.locator('.one');
		await pictures.nth(3).waitFor();
		const words = (await pictures.allInnerTexts()).map((word) => word.replace(',', '').trim());
		expect(await findingsInBothThemes(joop.page)).toEqual([]);
		const rows = people.yara!.sheet('Welke vier plaatjes leest Joop Verbeek voor?');
		await rows.locator('svg').nth(12).waitFor();
		expect(await findingsInBothThemes(people.yara!.page)).toEqual([]);
		const row = words.reduce((found, word) => found.filter({ hasText: word }), rows.getByRole('button'));
		await row.click();
		await people.yara!.sees('Zeg nu tegen Joop Verbeek: ‘Ik heb dezelfde.’');
		await joop.sees('Zegt Yara de Wit: ‘Ik heb dezelfde’?');
		await joop.press('Ja, dezelfde');
		await room('joop').isInside();
	});

	it('[SR6] on the phone, but none of the rows: nobody comes in', async () => {
		const { marleen, yara } = people;
		await marleen!.page.goto('about:blank');
		await marleen!.page.goto(`/binnen#${conference}`);
		await marleen!.unfold('We bellen al');
		await marleen!.press('Yara de Wit');
		await marleen!.press('Dit is mijn apparaat');
		await yara!.press('Ja, wij bellen nu', yara!.sheet('Marleen de Wit zegt: we bellen nu'));
		await marleen!.sees('Lees deze vier woorden voor');
		await yara!.press('Geen van deze');
		await yara!.sees('De plaatjes waren niet gelijk.');
		await yara!.press('Begrepen');
		await marleen!.press('Nee');
		await marleen!.sees('Niet dezelfde plaatjes');
	});

	it('[SR6] on a second device of her own: Yara’s telephone', async () => {
		await through(await arrive('yarasPhone'), 'yara');
		const link = await room('yara').linkFor('Ik, op nog een apparaat');
		await room('yarasPhone').knock(link);
		const question = people.yara!.sheet('Je andere apparaat klopt aan');
		await people.yara!.sees('Je bent al binnen, op: computer.', question);
		await people.yara!.press('Ja, laat binnen', question);
		await room('yarasPhone').isInside();
	});

	it('[RM1] [AC2] as interpreter for the day: Denzel is let in, and opens for nobody', async () => {
		await through(await arrive('denzel'), 'denzel');
		const link = await room('yara').linkFor('Denzel Croes (tolk)');
		await room('denzel').knock(link);
		await room('yara').opensFor('Denzel Croes');
		await room('denzel').isInside();
		await people.denzel!.sees('Wie is binnen gelaten?');
		expect(await people.denzel!.page.getByRole('button', { name: 'Laat iemand binnen' }).count()).toBe(0);
	});

	it('the screen on which somebody is let in keeps the keyboard, and gives it back', async () => {
		await keepsKeyboard(people.yara!.page.getByRole('button', { name: 'Laat iemand binnen' }));
	});
});

describe('somebody with another’s session', () => {
	it('[IN3] Amina with Joop’s cookie and the room’s name: Yara sees that Joop is in already, says no, and she gets nothing', async () => {
		const thief = await arrive('amina as joop', LAPTOP);
		const cookies = await people.joop!.context.cookies();
		await thief.context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: thief.wifi.url })));
		await thief.page.goto(`/onze-ruimte#${conference}`);
		await thief.sees('Kom opnieuw binnen');
		await thief.follow('Naar de deur');
		await thief.unfold('We bellen al');
		await thief.press('Yara de Wit');
		await thief.press('Dit is mijn apparaat');
		const question = people.yara!.sheet('Joop Verbeek zegt: we bellen nu');
		await people.yara!.sees('Op een computer.', question);
		await people.yara!.sees('Joop Verbeek is al binnen, op: computer.', question);
		await people.yara!.picture('joop-twice');
		await people.yara!.press('Nee', question);
		await thief.page.goto(`/onze-ruimte#${conference}`);
		await thief.sees('Kom opnieuw binnen');
		const roomId = await people.yara!.page.evaluate(
			async () => (await indexedDB.databases()).map(({ name }) => /^rondom\/([0-9a-f]{32})/.exec(name!)?.[1]).find(Boolean)!
		);
		expect(await thief.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain(roomId);
	});

	it('[IN3] nor with a code that she prints for Joop anew: he is in already, so it waits', async () => {
		const { amina } = people;
		await amina!.open('/preparation/people');
		const list = new PeoplePage(amina!);
		await list.openPerson('Joop Verbeek');
		const link = await list.inviteAnew('Joop Verbeek');
		const thief = await arrive('amina with joop’s code', LAPTOP);
		await thief.openLink(link);
		await thief.press('Kom binnen');
		await thief.sees('Deze code wacht nog.');
		await thief.page.goto('/conference');
		expect(new URL(thief.page.url()).pathname).toBe('/sign-in');
		await people.joop!.page.goto(`/conference/${conference}`);
		await people.joop!.page.getByRole('button', { name: 'Ja, geef de code vrij' }).waitFor();
	});

	it('nothing went wrong on anybody’s page', () => {
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});

/** Yara's screen with the QR picture for somebody, and the address that a camera reads in it. */
async function holdsUp(name: string): Promise<{ screen: Locator; address: string }> {
	const screen = await room('yara').letSomebodyIn(name);
	await people.yara!.press('Hier bij mij', screen);
	const picture = screen.getByRole('img', { name: `QR-plaatje voor ${name}` });
	await picture.waitFor();
	return { screen, address: await scan(people.yara!, (await picture.locator('path').getAttribute('d'))!) };
}

async function findingsInBothThemes(page: Page): Promise<string[]> {
	const light = await findingsOn(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await findingsOn(page);
	await page.emulateMedia({ colorScheme: 'light' });
	return [...light, ...dark];
}

/** Runs in the page before it: keeps what is made by chance, for no camera is at hand to read the picture. */
function remembersSecrets(): void {
	const secrets: number[][] = [];
	const made = crypto.getRandomValues.bind(crypto);
	Object.assign(window, { secrets });
	crypto.getRandomValues = <T extends ArrayBufferView | null>(bytes: T): T => {
		made(bytes as never);
		if (bytes?.byteLength === 16) secrets.push([...(bytes as unknown as Uint8Array)]);
		return bytes;
	};
}

/** The address in a QR picture: of all that this page could have drawn, the one that it drew. */
async function scan(person: Person, path: string): Promise<string> {
	const secrets = await person.page.evaluate(() => (window as unknown as { secrets: number[][] }).secrets);
	for (const secret of secrets) {
		const link = await formatInviteLink({ conference, secret: new Uint8Array(secret) });
		const address = `${person.wifi.url}/binnen#${link}`;
		if (qrOf(address).path === path) return address;
	}
	throw new Error('the picture leads nowhere');
}
