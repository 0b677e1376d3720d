import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { ClosingPage } from '../pages/ClosingPage.ts';
import { ConferencePage } from '../pages/ConferencePage.ts';
import { keepsKeyboard } from '../pages/keyboard.ts';
import { besidePaper } from '../pages/paper.ts';
import { PlanPage } from '../pages/PlanPage.ts';
import { closedWith, hold } from './outside.ts';
import { beginningOf, castOf, type Story } from './Story.ts';

/** Everybody who says yes on the day itself, on a device of their own. */
const AT_THE_TABLE = [...new Set(cast.agreements.flatMap(({ yes_day0 }) => Object.keys(yes_day0)))].filter(
	(who) => !['joop', 'sanne', 'henk'].includes(who)
);
const ON_PAPER = ['joop', 'henk', 'milan', 'fenna'];

/** (6) Everybody's yes, Sanne from home, Henk through Riet; publishing; withdrawal. */
export function agreeing(story: () => Story): void {
	const planOf = async (who: string) => {
		const person = await story().be(who);
		await person.page.goto(story().path);
		const plan = new PlanPage(person);
		await plan.open();
		return plan;
	};

	it('[AG2] everybody at the table says yes to their own part; Joop through Marleen', async () => {
		for (const who of AT_THE_TABLE) {
			const plan = await planOf(who);
			if (who === 'yara') await story().picture('asked-to-say-yes', 'yara');
			const agreements = cast.agreements.filter(({ responsible, helpers }) => [responsible, ...helpers].includes(who));
			expect(await plan.saysYes(), who).toBe(agreements.length);
		}
		const marleen = await planOf('marleen');
		for (const n of [3, 4]) await marleen.saysYesFor(castOf('joop').name, beginningOf(n));
		await marleen.seesWaiting(castOf('sanne').name, beginningOf(1));
		await marleen.seesWaiting(castOf('henk').name, beginningOf(11));
		await story().picture('yeses', 'marleen', 'tarik');
	});

	it('[PH6] Amina closes the day: two who are still to say yes hold nothing up', async () => {
		const amina = await story().be('amina');
		await amina.page.goto(story().path);
		await amina.follow('Sluit de dag af');
		await amina.sees(/Nog geen ja: .*Sanne Kuipers/);
		await story().picture('closing', 'amina');
		await new ClosingPage(amina).closeDay();
	});

	it('[PL3] the next day she brings the plan round: a link by mail, and on paper for who has none', async () => {
		await story().laterAt('2027-01-17T09:00:00Z');
		const amina = await story().be('amina');
		const closing = new ClosingPage(amina);
		await closing.open();
		await story().picture('bring-round', 'amina');
		await closing.sendMails();
		await closing.openPile();
		await amina.sees('Het plan voor Milan');
		expect(await besidePaper(amina.page)).toEqual([]);
		await story().picture('pile', 'amina');
		await closing.open();
		for (const who of ON_PAPER) await closing.givesOnPaper(castOf(who).name);
		await story().picture('brought', 'amina');
	});

	it('[AG2] [IN2] Sanne says yes from home by her mailed link; Henk through Riet', async () => {
		await story().laterAt('2027-01-19T18:00:00Z');
		const sanne = await story().be('sanne');
		await sanne.openLink(await story().mailedLink(castOf('sanne').mail));
		await sanne.sees('Jij bent gevraagd');
		await story().picture('own-part', 'sanne');
		expect(await new PlanPage(sanne).saysYes()).toBe(1);
		const riet = await planOf('riet');
		await riet.saysYesFor(castOf('henk').name, beginningOf(11));
		const yara = await planOf('yara');
		await yara.seesYes(castOf('sanne').name, beginningOf(1));
		await yara.seesYes(`${castOf('henk').name} (via ${castOf('riet').name})`, beginningOf(11));
		await story().picture('all-yeses', 'yara');
	});

	it('[CO3] after four weeks Amina withdraws: her open page, her socket and her kept link die', async () => {
		await story().laterAt('2027-02-13T10:00:00Z');
		const amina = await story().be('amina');
		const conference = story().path.split('/').at(-1)!;
		const closing = new ClosingPage(amina);
		const tab = await amina.context.newPage();
		await tab.goto(`${story().path}/close`);
		await closing.open();
		await keepsKeyboard(closing.withdrawing);
		await hold(amina, `open/${conference}`);
		await story().picture('withdraw', 'amina');
		await closing.withdraw();
		expect(await closedWith(amina)).toBe(4403);
		await story().picture('withdrawn', 'amina');
		for (const page of ['', '/plan', '/close', '/follow-through', '/preparation/people']) {
			expect((await amina.page.goto(`${story().path}${page}`))!.status(), page).toBe(404);
		}
		// What she had open in another tab does nothing any more, nor does its address.
		const answer = tab.waitForResponse((one) => one.request().method() === 'POST');
		await tab.getByRole('button', { name: 'Trek je terug', exact: true }).click();
		await tab.getByRole('button', { name: 'Ja, ik trek me terug', exact: true }).click();
		expect((await answer).status()).toBe(404);
		expect((await tab.reload())!.status()).toBe(404);
		await tab.close();
		const yara = await story().be('yara');
		await yara.page.goto(story().path);
		await new ConferencePage(yara).seesCoordinatorLeft(castOf('amina').name);
		await story().picture('coordinator-left', 'yara', 'amina');
	});
}
