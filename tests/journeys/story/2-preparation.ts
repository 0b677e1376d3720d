import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { ApplicationPage } from '../pages/ApplicationPage.ts';
import { ConferencePage } from '../pages/ConferencePage.ts';
import { EntrancePage } from '../pages/EntrancePage.ts';
import { PeoplePage } from '../pages/PeoplePage.ts';
import type { Person } from '../pages/Person.ts';
import { PreparationPages } from '../pages/PreparationPages.ts';
import { castOf, type Story } from './Story.ts';

const WITHOUT_LOGIN = cast.people.filter(({ login }) => login === 'none' || login === 'child_through_support');
const BY_MAIL = cast.people.filter(({ login, id }) => login === 'mail' && id !== 'yara');

/** (2) Preparation with people who have and have no login. */
export function preparation(story: () => Story): void {
	/** Comes in by a link or code and says yes; stays in the browser they have. */
	async function join(who: string, enter: (entrance: EntrancePage) => Promise<void>): Promise<Person> {
		const person = await story().be(who);
		await enter(new EntrancePage(person));
		await new ApplicationPage(person).join();
		return person;
	}

	it('[PR3] Yara puts Joop on the list herself; Amina puts the others there, and gives Ilse her second hat', async () => {
		await story().laterAt('2026-12-10T09:00:00Z');
		const yara = await story().be('yara');
		await new PeoplePage(yara).open();
		await new PeoplePage(yara).askCircle({ name: castOf('joop').name, relation: 'buurman van beneden' });
		await story().picture('yara-asks-joop', 'yara');
		const amina = new PeoplePage(await story().be('amina'));
		await amina.open();
		for (const { id, name, mail, rel: relation } of cast.people) {
			if (id !== 'yara' && id !== 'joop') await amina.askCircle({ name, mail, relation });
		}
		for (const { name, mail, org: organisation, capacity, referrer } of cast.professionals) {
			if (!referrer) await amina.askProfessional({ name, mail, organisation, capacity: capacity.replace('_', ' ') }, 'geeft informatie');
		}
		await amina.openPerson(castOf('ilse').name);
		await amina.alsoDoes('stelt bodemeisen', 'jeugdbeschermer');
		await amina.open();
		await story().picture('list', 'amina');
	});

	it('[IN1] who has mail comes in by the mailed link', async () => {
		const amina = new PeoplePage(await story().be('amina'));
		for (const { id, name, mail } of [...BY_MAIL, castOf('tarik'), castOf('wouter')]) {
			await amina.invite(name);
			await join(id, async (entrance) => entrance.enterByLink(await story().mailedLink(mail)));
			if (id === 'hulya') await story().picture('joined', 'hulya');
		}
	});

	it('[IN1] Sanne and Lucinda get a link by hand, Riet a letter with a code and a QR picture', async () => {
		const amina = new PeoplePage(await story().be('amina'));
		for (const who of ['sanne', 'lucinda']) {
			const { link } = await amina.invite(castOf(who).name);
			await join(who, (entrance) => entrance.enterByLink(link));
		}
		const { code } = await amina.invite(castOf('riet').name);
		await amina.letter.getByText(code).waitFor();
		await amina.letter.getByRole('img', { name: /^QR-plaatje/ }).waitFor();
		await story().picture('letter', 'amina');
		// She reads it from paper, without her glasses.
		await join('riet', (entrance) => entrance.enterByCode(code.replaceAll('-', ' ').toLowerCase()));
	});

	it('[IN2] Amina passes on the yes of who has no login, and it is marked as hers', async () => {
		const amina = new PeoplePage(await story().be('amina'));
		for (const { name } of WITHOUT_LOGIN) {
			await amina.open();
			await amina.answersYes(name);
		}
		await amina.writeNeeds('Joop hoort slecht. Hij zit graag vooraan.');
		await story().picture('about-joop', 'amina');
		await amina.open();
		for (const { name } of WITHOUT_LOGIN) {
			await (await story().be('amina')).sees('Amina Bouzid gaf dit antwoord door', amina.line(name));
		}
		await story().picture('list-answered', 'amina');
	});

	it('[PR3] Yara and Amina write the question and the day; Riet says what she needs', async () => {
		const [yara, amina, riet] = await Promise.all(['yara', 'amina', 'riet'].map((who) => story().be(who)));
		const pages = new PreparationPages(yara!);
		await pages.openQuestion();
		await pages.writeQuestion(cast.question.nl);
		for (const { nl } of cast.strengths) await pages.addPoint('Iets dat goed gaat', nl);
		for (const { nl } of cast.worries.slice(0, 2)) await pages.addPoint('Een zorg', nl);
		await pages.writeIfNoPlan(cast.if_no_plan.nl);
		await pages.isKept();
		await story().picture('question', 'yara');
		const day = new PreparationPages(amina!);
		await day.openDay();
		await day.setDay(cast.conference_date, '13:00', 'Buurthuis De Brug, kleine zaal');
		for (const { time, nl: what, who } of cast.agenda) await day.addAgendaPoint({ time, what, who });
		await day.isKept();
		await story().picture('day', 'amina');
		await new PreparationPages(riet!).writeOwnNeeds('Ik rijd niet in het donker.');
		await riet!.open('/preparation/agenda');
		await riet!.sees('Buurthuis De Brug, kleine zaal');
		await story().picture('needs', 'riet');
	});

	it('[CS1] professionals write their topics; Yara and Ruben say per topic what may be told', async () => {
		for (const { id, contributions, help_on_offer } of cast.professionals) {
			const person = await story().be(id);
			const pages = new PreparationPages(person);
			if (id === 'ilse') await person.page.goto(story().path);
			await person.open('/preparation/contributions');
			for (const { topic, about, nl: text } of contributions) {
				await pages.addTopic({ topic, about: about.map((who) => castOf(who).name), text });
			}
			for (const { nl } of help_on_offer) await pages.offerHelp(nl);
			await story().picture('topics', id);
		}
		for (const who of ['yara', 'ruben']) {
			const person = await story().be(who);
			await person.open('/preparation/contributions');
			const pages = new PreparationPages(person);
			for (const { allowed, not_allowed } of cast.consents.filter(({ by }) => by === who)) {
				for (const topic of allowed) await pages.answerTopic(topic, 'yes');
				for (const topic of not_allowed) await pages.answerTopic(topic, 'no');
			}
			await story().picture('consents', who);
		}
	});

	it('[BL2] Ilse writes what must be in the plan, and makes it final', async () => {
		const ilse = await story().be('ilse');
		const pages = new PreparationPages(ilse);
		await ilse.open('/preparation/requirements');
		for (const requirement of cast.requirements) await pages.addRequirement(requirement);
		for (const { id } of cast.requirements) await pages.makeFinal(id);
		await story().picture('requirements', 'ilse');
	});

	it('[BR1] Amina agrees on safety, and ticks the four points for everybody who comes', async () => {
		const amina = await story().be('amina');
		const pages = new PreparationPages(amina);
		await amina.open('/preparation/safety');
		for (const { nl, visible_to } of cast.safety) {
			await pages.agreeOnSafety(nl, visible_to.filter((who) => who !== 'amina').map((who) => castOf(who).name));
		}
		await story().picture('safety', 'amina');
		await amina.open('');
		await new ConferencePage(amina).isRefusedInformation();
		await story().picture('not-everybody-briefed', 'amina');
		await amina.open('/preparation/briefing');
		for (const { name } of [...cast.people, ...cast.professionals]) await pages.brief(name);
		await story().picture('briefed', 'amina');
		const gino = await story().be('gino');
		await gino.open('/preparation/safety');
		await gino.sees('Wordt er geschreeuwd');
		expect(await gino.text()).not.toContain('zijdeur');
		await story().picture('safety', 'gino');
	});
}
