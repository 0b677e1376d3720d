import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { LAPTOP, Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/**
 * The thin main job, in one story: from information to the first status, each person in a browser of their own
 * and on a network of their own.
 */
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};
let link = '';

const door = (who: string) => `/demo/door/preparation/${who}`;

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	for (const who of ['yara', 'hulya', 'bas', 'amina', 'ilse']) {
		const viewport = who === 'amina' || who === 'ilse' ? LAPTOP : undefined;
		people[who] = await Person.arrive(browser, program, who, viewport);
		await people[who].through(door(who));
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

/** A requirement as it is looked at: its own line, not the agreements that answer it. */
const requirement = (reader: Person, label: string) =>
	reader
		.sheet('Dit moet minstens in het plan staan')
		.getByRole('listitem')
		.filter({ has: reader.page.getByText(label, { exact: true }) });

describe('the day', () => {
	it('[PH2] [PH3] Amina opens information, then private time, and the door closes behind her', async () => {
		const { amina } = people;
		await amina!.press('Begin met de informatie');
		await amina!.sees('Begin de besloten tijd');
		await amina!.press('Begin de besloten tijd');
		await amina!.sees('De familie overlegt zonder jou.');
	});

	it('[SR6] Yara begins the room, and lets in Hülya and Bas with a link and a tap each', async () => {
		await people.yara!.open('');
		await room('yara').enter();
		await room('yara').begin();
		await room('yara').letsIn({ 'Hülya Aksoy': room('hulya') });
		link = await room('yara').linkFor('Bas Hoekstra');
		await room('bas').knock(link);
		// SR40: the secret has left the address.
		expect(people.bas!.page.url()).not.toContain(link.split('.').at(-2));
		await room('yara').opensFor('Bas Hoekstra');
		await people.bas!.sees(/Nu binnen: .*Yara/);
	});

	it('they write strengths, three agreements, plan B, contact person and date together', async () => {
		await room('yara').write('Iets dat goed gaat', 'Yara vroeg zelf om hulp.');
		await room('hulya').write('Iets dat goed gaat', 'Milan kookt graag.');
		await room('yara').writeAgreement({
			what: 'Tot het nieuwe rooster slaapt er iemand bij de kinderen:',
			who: 'Riet de Wit'
		});
		await room('bas').reads('slaapt er iemand bij de kinderen');
		await room('bas').writeAgreement({ what: 'Bas brengt Milan en Fenna naar school.', who: 'Bas Hoekstra', requirements: ['B2'] });
		await room('hulya').reads('Bas brengt Milan en Fenna');
		await room('hulya').writeAgreement({ what: 'Yara en Hülya wandelen op dinsdag.', who: 'Hülya Aksoy' });
		await room('bas').writePlanB('Iemand kan niet oppassen.', 'Bel Marleen vóór 16.00 uur.');
		await room('yara').choose('Contactpersoon', 'Marleen de Wit');
		await room('yara').choose('Reserve', 'Bas Hoekstra');
		await room('yara').chooseDate('2027-04-17');
		for (const who of ['yara', 'hulya', 'bas']) {
			for (const words of ['zelf om hulp', 'kookt graag', 'naar school', 'wandelen op dinsdag', 'Bel Marleen']) {
				await room(who).reads(words);
			}
		}
		await room('yara').seesAnswered('B2', '2');
	});

	it('[PT5] the wifi goes and the server is restarted meanwhile: two type in one sentence, nothing is lost', async () => {
		const { yara, hulya } = people;
		yara!.wifi.off();
		await room('yara').typeInAgreement('Tot het nieuwe rooster', ' Riet op woensdag,');
		await room('yara').says('Er gaat niets verloren.');
		await room('hulya').typeInAgreement('Tot het nieuwe rooster', ' Marleen op vrijdag.');
		await program.kill();
		await room('hulya').says('Er gaat niets verloren.');
		await room('hulya').typeInAgreement('Tot het nieuwe rooster', ' Bel als er iets is.');
		await program.begin();
		yara!.wifi.on();
		for (const who of ['yara', 'hulya', 'bas']) {
			for (const words of ['Riet op woensdag,', 'Marleen op vrijdag.', 'Bel als er iets is.']) await room(who).reads(words);
		}
		await room('yara').says('Alles is bewaard en verstuurd.');
		const [one, other] = [await room('yara').draft(), await room('bas').draft()];
		expect(other).toEqual(one);
	});

	it('a reload brings the room back from this device', async () => {
		const before = await room('bas').draft();
		await people.bas!.page.reload();
		await room('bas').isInside();
		await room('bas').reads('wandelen op dinsdag');
		expect(await room('bas').draft()).toEqual(before);
	});

	it('[PT1] [AC3] Amina, Ilse and a stranger try everything and get nothing', async () => {
		const { amina, ilse, yara } = people;
		const conference = /[a-z0-9]{15}/.exec(new URL(yara!.page.url()).hash)![0];
		const roomId = await yara!.page.evaluate(
			async () => (await indexedDB.databases()).map(({ name }) => /^rondom\/([0-9a-f]{32})/.exec(name!)?.[1]).find(Boolean)!
		);
		const stranger = await Person.arrive(browser, program, 'a stranger');
		people.stranger = stranger;
		await stranger.page.goto('/');
		for (const outsider of [amina!, ilse!, stranger]) {
			for (const document of ['book', 'g1']) {
				const closed = await knock(outsider, `room/${conference}/${roomId}/${document}`);
				expect(closed, outsider.name).toEqual({ code: outsider === stranger ? 4401 : 4403, frames: 0 });
			}
			const page = await outsider.page.goto(`/conference/${conference}/room`);
			expect(outsider === stranger ? outsider.page.url() : page!.status()).toEqual(
				outsider === stranger ? expect.stringMatching(/sign-in(\?|$)/) : 404
			);
			await outsider.page.goto(`/onze-ruimte#${conference}`);
			await outsider.sees(outsider === stranger ? 'Log eerst in.' : 'Je kunt hier niet (meer) in.');
			// Even with a link in hand an organiser does not come in (AC4).
			await outsider.page.goto('about:blank');
			await outsider.page.goto(`/binnen${new URL(link).hash}`);
			await outsider.sees(outsider === stranger ? 'Log eerst in.' : 'Dit lukt nu niet');
		}
	});

	it('[PH4] the circle presents; what was written beside the plan stays in the room', async () => {
		await people.bas!.page.getByRole('textbox', { name: 'Onze notities' }).fill('Dit blijft onder ons.');
		await room('bas').says('Alles is bewaard en verstuurd.');
		await room('hulya').reads('Dit blijft onder ons.');
		await room('hulya').present();
		await people.hulya!.sees('Bas brengt Milan en Fenna naar school.');
		await people.ilse!.page.goto(people.hulya!.page.url().replace(people.hulya!.wifi.url, people.ilse!.wifi.url));
		await people.ilse!.sees('Dit moet minstens in het plan staan');
		expect(await people.ilse!.text()).not.toContain('onder ons');
	});

	it('[BL5] Ilse says "nog niet" to B1: refused without a reason, taken with one', async () => {
		const ilse = people.ilse!;
		const b1 = requirement(ilse, 'B1');
		await b1.getByText('Nog niet', { exact: true }).first().click();
		await b1.getByRole('button', { name: 'Nog niet' }).click();
		await ilse.sees('Schrijf bij ‘nog niet’ op wat er ontbreekt.');
		await b1.getByLabel('Wat ontbreekt er nog?').fill('Voor zondagavond staat er niemand in het plan.');
		await b1.getByRole('button', { name: 'Nog niet' }).click();
		await ilse.sees('Nog niet: Voor zondagavond staat er niemand in het plan.');
	});

	it('[PH5] the circle goes back, mends and presents again; this time B1 is met', async () => {
		await people.hulya!.open('');
		await people.hulya!.press('Terug naar onze ruimte');
		await room('hulya').enter();
		await room('hulya').isInside();
		await room('hulya').typeInAgreement('Tot het nieuwe rooster', ' Hülya op zondag.');
		await room('hulya').ticks('Tot het nieuwe rooster', 'B1');
		await room('bas').reads('Hülya op zondag.');
		await room('hulya').says('Alles is bewaard en verstuurd.');
		await people.hulya!.page.reload();
		await room('hulya').isInside();
		await room('hulya').reads('Hülya op zondag.');
		await room('hulya').present();
		const ilse = people.ilse!;
		await ilse.page.reload();
		await ilse.sees('Nog niet: Voor zondagavond');
		const b1 = requirement(ilse, 'B1');
		await b1.getByRole('button', { name: 'Gehaald' }).click();
		await b1.locator('p').filter({ hasText: /^\s*Gehaald\s*$/ }).waitFor();
	});

	it('[PH6] [CO3] Amina closes the day and withdraws: her open page and her socket die', async () => {
		const amina = people.amina!;
		await amina.page.goto('/conference');
		await amina.page.getByRole('link', { name: 'Rust in huis' }).first().click();
		await amina.page.waitForURL(/\/conference\/[a-z0-9]{15}$/);
		const conference = amina.page.url().split('/').at(-1)!;
		await hold(amina, `open/${conference}`);
		await amina.page.getByRole('link', { name: 'Sluit de dag af' }).click();
		await amina.press('Sluit de dag af');
		await amina.press('Trek je terug');
		await amina.sees('Je toegang stopt meteen, op elk apparaat.');
		await amina.press('Ja, ik trek me terug');
		await amina.page.waitForURL(/\/conference(\?|$)/);
		await amina.page.waitForFunction(() => 'closedWith' in window);
		expect(await amina.page.evaluate(() => (window as unknown as { closedWith: number }).closedWith)).toBe(4403);
		const page = await amina.page.goto(`/conference/${conference}`);
		expect(page!.status()).toBe(404);
		await people.yara!.page.goto(`/conference/${conference}`);
		await people.yara!.sees('Amina Bouzid heeft zich teruggetrokken.');
	});

	it('[AG3] Bas says how it goes', async () => {
		const bas = people.bas!;
		await bas.page.goto(`${people.yara!.page.url().replace(people.yara!.wifi.url, bas.wifi.url)}/follow-through`);
		const mine = bas.page.getByRole('region', { name: 'Afspraak 2', exact: true });
		await mine.getByText('Zeg hoe het gaat').click();
		await mine.getByLabel('Half gelukt').check();
		await mine.getByLabel('Wil je er iets bij zeggen?').fill('Joop was een week ziek, Gino bracht.');
		await mine.getByRole('button', { name: 'Bewaar' }).click();
		await bas.sees('Half gelukt. Joop was een week ziek, Gino bracht.');
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});

/** Opens a socket as this person's page could, and tells how it ended and how much was heard. */
async function knock(person: Person, name: string): Promise<{ code: number; frames: number }> {
	return person.page.evaluate(
		(room) =>
			new Promise<{ code: number; frames: number }>((resolve) => {
				const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${room}`);
				let frames = 0;
				socket.onmessage = () => (frames += 1);
				socket.onclose = ({ code }) => resolve({ code, frames });
			}),
		name
	);
}

/** Keeps a socket open on this person's page and remembers with which code it was closed. */
async function hold(person: Person, name: string): Promise<void> {
	await person.page.evaluate(
		(room) =>
			new Promise<void>((resolve) => {
				const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${room}`);
				socket.onopen = () => resolve();
				socket.onclose = ({ code }) => Object.assign(window, { closedWith: code });
			}),
		name
	);
}
