import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { findingsOn } from './pages/axe.ts';
import { LAPTOP, Person, TABLET } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/** The tablet of the community centre: Gino uses it and leaves nothing, and then Bas does. */
let program: Program;
let browser: Browser;
const people: Record<string, Person> = {};
const room = (who: string) => new RoomPage(people[who]!);

/** All that a browser may keep of a page of this origin. */
function keptIn(page: Page): Promise<unknown> {
	return page.evaluate(async () => ({
		databases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys(),
		local: Object.keys(localStorage),
		// How far one had scrolled is in numbers, and dies with the tab; nothing there has words.
		session: Object.values(sessionStorage).filter((kept) => /[a-z]{2}/i.test(kept.replaceAll('null', ''))),
		workers: (await navigator.serviceWorker.getRegistrations()).length
	}));
}
const NOTHING = { databases: [], caches: [], local: [], session: [], workers: 0 };

/** Knocks as somebody to whom the device does not belong. */
async function knocksLeavingNothing(link: string): Promise<void> {
	const { tablet } = people;
	await tablet!.openLink(`http://here/binnen${new URL(link).hash}`);
	await tablet!.unfold('Gebruiken meer mensen dit apparaat?');
	await tablet!.sees('Ververs of sluit je de pagina? Dan moet iemand je opnieuw binnenlaten.');
	expect(await findingsOn(tablet!.page)).toEqual([]);
	await tablet!.press('Ga naar binnen en laat niets achter');
	await tablet!.sees('Je hebt aangeklopt');
}

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	const doors: { station: string; id: string; url: string }[] = await (await fetch(`${program.url}/demo/doors.json`)).json();
	people.yara = await Person.arrive(browser, program, 'yara', LAPTOP);
	people.tablet = await Person.arrive(browser, program, 'tablet', TABLET);
	await people.yara.through(doors.find(({ station, id }) => station === 'privateTime' && id === 'yara')!.url);
	await room('yara').isInside();
});
afterAll(async () => {
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all(Object.values(people).map((person) => person.picture('failed')));
});

describe('a tablet of everybody', () => {
	it('[SR38] Gino comes in leaving nothing, writes, and while he does the browser keeps nothing of it', async () => {
		await people.tablet!.through('/demo/door/privateTime/gino');
		await knocksLeavingNothing(await room('yara').linkFor('Gino Martina'));
		await room('yara').opensFor('Gino Martina');
		await room('tablet').isInside();
		const { tablet } = people;
		await tablet!.sees('Dit is nu het scherm van Gino Martina. Het laat niets achter.');
		await room('tablet').write('Iets dat goed gaat', 'Gino gaat mee naar voetbal.');
		await room('yara').reads('Gino gaat mee naar voetbal.');
		expect(await findingsOn(tablet!.page)).toEqual([]);
		expect(await keptIn(tablet!.page)).toEqual(NOTHING);
		expect((await tablet!.context.cookies()).map(({ name }) => name).sort()).toEqual(['rondom', 'rondom-demo-moment', 'rondom-whose']);
	});

	it('[PT4] with words that are not sent he is told so, and waits; then nothing is left and he is signed out', async () => {
		const { tablet, yara } = people;
		tablet!.wifi.off();
		await room('tablet').write('Iets dat goed gaat', 'Milan belt oma zelf.');
		await tablet!.press('Klaar, laat niets achter');
		await tablet!.sees('Nog niet alles is verstuurd.');
		tablet!.wifi.on();
		await tablet!.press('Wacht nog even');
		await tablet!.page.waitForURL((url) => url.pathname === '/');
		await room('yara').reads('Milan belt oma zelf.');
		expect(await keptIn(tablet!.page)).toEqual(NOTHING);
		await tablet!.page.goBack();
		expect(await tablet!.text()).not.toContain('Milan belt oma zelf.');
		await yara!.page.getByText('Wie is binnen gelaten?').waitFor();
		// Of who used it no cookie is left; the demo's own clock is nobody's.
		const cookies = await tablet!.context.cookies();
		expect(cookies.map(({ name }) => name).filter((name) => name !== 'rondom-demo-moment')).toEqual([]);
	});

	it('[SR37] Bas signs in on the same browser: he is at the door as Bas, and sees nothing of Gino or of the room', async () => {
		const { tablet } = people;
		await tablet!.through('/demo/door/privateTime/bas');
		await tablet!.openLink(people.yara!.page.url());
		await tablet!.sees('Kom opnieuw binnen');
		await tablet!.sees('Je bent Bas Hoekstra.');
		const text = await tablet!.text();
		for (const word of ['Gino', 'voetbal', 'belt oma']) expect(text).not.toContain(word);
		for (const person of Object.values(people)) expect(person.faults, person.name).toEqual([]);
	});
});
