import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { ConferencePage } from '../pages/ConferencePage.ts';
import type { Story } from './Story.ts';

/** (3) Information, then private time. */
export function information(story: () => Story): void {
	it('[PH2] on the day Amina begins with the information', async () => {
		await story().laterAt('2027-01-16T12:30:00Z');
		const amina = await story().be('amina');
		const conference = new ConferencePage(amina);
		await conference.open();
		await conference.openInformation();
		await story().picture('information', 'amina');
	});

	it('[CS1] everybody reads what may be told, and nobody what may not', async () => {
		const hidden = ['schuldeiser', 'webwinkel', 'medicijn'];
		for (const who of ['yara', 'ruben', 'riet']) {
			const person = await story().be(who);
			await person.open('/information');
			await person.sees('Milan miste 14 schooldagen in acht weken.');
			await person.sees('Elke week tien minuten praten met Milan.');
			const text = await person.text();
			for (const word of hidden) expect(text.toLowerCase(), who).not.toContain(word);
		}
		await story().picture('told', 'riet', 'ruben');
		const ilse = await story().be('ilse');
		await ilse.open('/preparation/question');
		await ilse.sees(cast.question.nl);
		// AC6: the question and nothing else of that paper.
		expect(await ilse.text()).not.toContain(cast.strengths[0]!.nl);
		await story().picture('question', 'ilse');
	});

	it('[PH3] [PT1] Amina begins private time: the door closes behind her, and behind Ilse and Tarik', async () => {
		const amina = new ConferencePage(await story().be('amina'));
		await amina.open();
		await amina.openPrivateTime();
		for (const who of ['ilse', 'tarik']) {
			const outside = new ConferencePage(await story().be(who));
			await outside.open();
			await outside.seesClosedDoor();
		}
		const yara = await story().be('yara');
		await yara.open('');
		await yara.sees('Ga naar onze ruimte');
		await story().picture('door', 'amina', 'ilse', 'tarik', 'yara');
	});
}
