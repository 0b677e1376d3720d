import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { DoingPage } from '../pages/DoingPage.ts';
import { beginningOf, castOf, type Story } from './Story.ts';

const WORDS = { notStarted: 'Nog niet begonnen', running: 'Loopt', done: 'Gedaan', partly: 'Half gelukt', changed: 'Anders geworden', stopped: 'Gestopt omdat …' };

/** (7) How it goes after four weeks, as in the case. */
export function doing(story: () => Story): void {
	it('[AG3] [AG5] everybody says how it goes with what they took on, professionals too', async () => {
		for (const { n, responsible, status_day28: said } of cast.agreements) {
			const person = await story().be(responsible);
			await person.page.goto(story().path);
			const page = new DoingPage(person);
			await page.open();
			await page.says(beginningOf(n), WORDS[said.status], said.note);
		}
		await story().picture('said-how', 'bas', 'tarik', 'ilse');
	});

	it('[AG4] the circle sees all of it; Tarik his own alone', async () => {
		const marleen = await story().be('marleen');
		await marleen.page.goto(story().path);
		const page = new DoingPage(marleen);
		await page.open();
		for (const { responsible, status_day28: said } of cast.agreements) {
			await page.seesSaid(castOf(responsible).name, said.note || WORDS[said.status]);
		}
		await story().picture('who-does-what', 'marleen', 'yara');
		expect(await (await story().be('tarik')).text()).not.toContain('Joop was een week ziek');
	});

	it('nothing went wrong on anybody’s page without their being told', () => {
		for (const person of story().people) expect(person.faults, person.name).toEqual([]);
	});
}
