import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Door } from '#server/demo/doors.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Person } from './pages/Person.ts';
import { RoomPage } from './pages/RoomPage.ts';

/**
 * An hour without network on three devices at once, and the program that dies while they come back. The devices'
 * own clocks are moved on by an hour, as on a phone that slept: whatever waits for a moment finds it past.
 */
let program: Program;
let browser: Browser;
const WHO = ['yara', 'hulya', 'gino'] as const;
const people = new Map<string, Person>();
const SENTENCE = 'Riet is er op woensdag.';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	const doors: Door[] = await (await fetch(`${program.url}/demo/doors.json`)).json();
	for (const who of WHO) {
		const person = await Person.arrive(browser, program, who);
		people.set(who, person);
		await person.page.clock.install();
		await person.page.goto(doors.find(({ station, id }) => station === 'privateTime' && id === who)!.url);
		await new RoomPage(person).isInside();
	}
});
afterAll(async () => {
	for (const person of people.values()) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});
afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') await Promise.all([...people.values()].map((person) => person.picture('failed')));
});

const room = (who: (typeof WHO)[number]) => new RoomPage(people.get(who)!);
const everybody = () => Promise.all([...people.values()]);

it('[PT5] without network each of the three writes on, and is told that nothing gets lost', async () => {
	await room('yara').writeAgreement({ what: SENTENCE, who: 'Riet de Wit' });
	for (const who of WHO) await room(who).reads(SENTENCE);
	for (const person of await everybody()) person.wifi.off();
	await room('yara').typeInAgreement(SENTENCE, ' Bas op vrijdag.');
	await room('hulya').typeInAgreement(SENTENCE, ' Hülya kookt dan.');
	await room('hulya').write('Iets dat goed gaat', 'Milan en Fenna hebben elkaar.');
	await room('gino').writeAgreement({ what: 'Gino belt elke zondag.', who: 'Gino Martina' });
	await room('gino').writeNotes('Vraag Riet naar de sleutel.');
	for (const who of WHO) await room(who).says('Er gaat niets verloren.');
});

it('[PT5] [SR32] an hour later all three come back, the program dies meanwhile, and all have every word', async () => {
	for (const person of await everybody()) await person.page.clock.fastForward('01:00:00');
	const [yara, hulya, gino] = await everybody();
	yara!.wifi.on();
	hulya!.wifi.on();
	// In the middle of it: Hülya has heard of Yara's hour, and nobody of Gino's.
	await room('hulya').reads('Bas op vrijdag.');
	await program.kill();
	gino!.wifi.on();
	await program.begin();
	for (const who of WHO) {
		for (const words of ['Bas op vrijdag.', 'Hülya kookt dan.', 'hebben elkaar', 'Gino belt elke zondag.', 'naar de sleutel']) {
			await room(who).reads(words);
		}
		await room(who).says('Alles is bewaard en verstuurd.');
	}
	for (const who of WHO) await room(who).isSame(room('yara'));
	for (const { name, faults } of await everybody()) expect(faults, name).toEqual([]);
});

it('[PT5] a reload shows the same on each device', async () => {
	const before = await room('gino').draft();
	await people.get('gino')!.page.reload();
	await room('gino').isInside();
	await room('gino').reads('Hülya kookt dan.');
	expect(await room('gino').draft()).toEqual(before);
});
