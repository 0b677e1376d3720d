import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

/** The other pages of preparing: the question, the day, the four points, what may be told, what is agreed on. */
export class PreparationPages {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async openQuestion(): Promise<void> {
		await this.#person.open('/preparation/question');
		await this.#person.sees('Alles is bewaard.');
	}

	async writeQuestion(words: string): Promise<void> {
		await this.#person.write('De vraag', words);
	}

	/** Adds one line to what goes well, or to what people worry about. */
	async addPoint(kind: 'Iets dat goed gaat' | 'Een zorg', words: string): Promise<void> {
		await this.#person.press(`+ ${kind}`);
		await this.#person.page.keyboard.insertText(words);
	}

	async writeIfNoPlan(words: string): Promise<void> {
		await this.#person.write('Als er geen plan komt', words);
	}

	async isKept(): Promise<void> {
		await this.#person.sees('Alles is bewaard.');
	}

	async openDay(): Promise<void> {
		await this.#person.open('/preparation/agenda');
		await this.#person.sees('Alles is bewaard.');
	}

	async setDay(day: string, time: string, place: string): Promise<void> {
		await this.#person.setMoment('Welke dag?', day);
		await this.#person.setMoment('Hoe laat begint het?', time);
		await this.#person.write('Waar is het?', place);
	}

	async addAgendaPoint({ time, what, who }: { time: string; what: string; who: string }): Promise<void> {
		await this.#person.press('+ Een onderdeel');
		await this.#person.page.keyboard.insertText(time);
		const line = this.#person.page.getByRole('listitem').filter({ has: this.#person.page.locator(':focus') }).last();
		await this.#person.write('Wat', what, line);
		await this.#person.write('Wie', who, line);
	}

	/** BR1: ticks the four points for one person. */
	async brief(name: string): Promise<void> {
		const form = await this.#person.unfold(name, this.#person.sheet('De mensen'));
		for (const point of ['het doel', 'hoe het gaat', 'wat er kan', 'wie waarvoor zorgt']) await this.#person.tick(point, form);
		await this.#person.press('Bewaar', form);
		await this.#person.sees('had uitleg', this.#person.page.locator('summary').filter({ hasText: name }));
	}

	/** A topic of one's own, with about whom it is. */
	async addTopic({ topic, about, text }: { topic: string; about: string[]; text: string }): Promise<void> {
		const form = await this.#person.unfold('Voeg onderwerp toe');
		await this.#person.write('Onderwerp, in één of twee woorden', topic, form);
		await this.#person.write('Over wie gaat dit?', about.join(', '), form);
		await this.#person.write('Wat wil je vertellen?', text, form);
		await this.#person.press('Voeg onderwerp toe', form);
		await this.#person.page.getByRole('heading', { name: topic, level: 3, exact: true }).waitFor();
	}

	async offerHelp(words: string): Promise<void> {
		await this.#person.write('Hulp die kan', words);
		await this.#person.press('Voeg hulp toe');
		await this.#person.sees(words);
	}

	/** CS1: may this be told about me? */
	async answerTopic(topic: string, answer: 'yes' | 'no'): Promise<void> {
		const asked = this.asked(topic);
		await this.#person.press(answer === 'yes' ? 'Ja, dat mag' : 'Nee, liever niet', asked);
		await this.#person.sees(answer === 'yes' ? 'Je zei: dat mag.' : 'Je zei: liever niet.', asked);
	}

	asked(topic: string): Locator {
		const { page } = this.#person;
		return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: topic, exact: true }) });
	}

	/** BL2: what must at least be there, why, and how it is seen. */
	async addRequirement({ id, nl, why, test }: { id: string; nl: string; why: string; test: string }): Promise<void> {
		const form = await this.#person.unfold('Voeg toe');
		await this.#person.write('Nummer', id, form);
		await this.#person.write('Wat moet er minstens gebeuren?', nl, form);
		await this.#person.write('Waarom?', why, form);
		await this.#person.write('Hoe zien we dat?', test, form);
		await this.#person.press('Voeg toe', form);
		await this.#person.page.getByRole('heading', { name: nl }).waitFor();
	}

	async makeFinal(id: string): Promise<void> {
		const { page } = this.#person;
		const line = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^${id} `) }) });
		await this.#person.press('Maak definitief', line);
		await line.getByRole('button', { name: 'Maak definitief' }).waitFor({ state: 'detached' });
	}

	async agreeOnSafety(words: string, names: string[]): Promise<void> {
		await this.#person.write('Wat spreken we af?', words);
		for (const name of names) await this.#person.tick(name);
		await this.#person.press('Voeg afspraak toe');
		await this.#person.sees(words);
	}

	/** PR1: what I need, read by the coordinator alone. */
	async writeOwnNeeds(words: string): Promise<void> {
		await this.#person.open('/preparation/me');
		await this.#person.write('Dit heb ik nodig', words);
		await this.#person.press('Bewaar', this.#person.sheet('Wat heb ik nodig?'));
		await this.#person.sees('Bewaard.');
	}
}
