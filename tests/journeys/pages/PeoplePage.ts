import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

type Someone = { name: string; mail?: string; relation?: string; organisation?: string; capacity?: string };

/** Who takes part: asking somebody along, inviting by mail or letter, answering for who has no way in. */
export class PeoplePage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.open('/preparation/people');
	}

	/** Puts somebody of the circle on the list. */
	async askCircle(someone: Someone): Promise<void> {
		await this.#ask('Iemand uit de kring', someone, async (form) => {
			await this.#person.write('Wie is dat voor de hoofdpersoon?', someone.relation ?? '', form);
		});
	}

	/** Puts a professional on the list: who informs, or who says what the plan must hold. */
	async askProfessional(someone: Someone, hat: 'geeft informatie' | 'stelt bodemeisen'): Promise<void> {
		await this.#ask('Een professional', someone, async (form) => {
			await this.#person.tick(hat, form);
			await this.#person.write('Organisatie', someone.organisation ?? '', form);
			await this.#person.write('In welke rol?', someone.capacity ?? '', form);
		});
	}

	/** Makes a code; answers with what stands on the screen: the code, and the link behind the QR picture. */
	async invite(name: string): Promise<{ code: string; link: string }> {
		const me = this.#person;
		await me.press(`Nodig uit: ${name}`);
		await me.sees(`De code voor ${name} is`);
		const link = await me.page.getByRole('status').getByRole('link', { name: /\/in\// }).innerText();
		return { code: link.split('/').at(-1)!, link };
	}

	/** IN3: another code for somebody who is in already, from the page about them; answers with the link. */
	async inviteAnew(name: string): Promise<string> {
		const me = this.#person;
		await me.press('Maak een nieuwe code');
		await me.sees(`De code voor ${name} is`);
		return me.page.getByRole('link', { name: /\/in\// }).innerText();
	}

	/** The letter as it comes out of the printer. */
	get letter(): Locator {
		return this.#person.page.getByRole('article', { name: 'De brief' });
	}

	/** One line of the list. */
	line(name: string): Locator {
		return this.#person.page.getByRole('listitem').filter({ has: this.#person.page.getByText(name, { exact: true }) });
	}

	/** The page about one person. */
	async openPerson(name: string): Promise<void> {
		await this.#person.follow(`Meer over ${name}`);
		await this.#person.page.getByRole('heading', { name, level: 1 }).waitFor();
	}

	/** IN2: passes on what somebody without a login answered. */
	async answersYes(name: string): Promise<void> {
		await this.openPerson(name);
		await this.#person.press('Doet mee');
		await this.#person.sees(/doet mee/);
	}

	async writeNeeds(needs: string): Promise<void> {
		await this.#person.write('Dit is nodig', needs);
		await this.#person.press('Bewaar', this.#person.sheet(/^Wat heeft .* nodig\?$/));
		await this.#person.sees('Bewaard.');
	}

	/** Another hat for a professional who is here already. */
	async alsoDoes(hat: 'stelt bodemeisen', capacity: string): Promise<void> {
		const sheet = this.#person.sheet(/nog meer\?$/);
		await this.#person.tick(hat, sheet);
		await this.#person.write('In welke rol?', capacity, sheet);
		await this.#person.press('Voeg toe', sheet);
		await this.#person.sees('Bewaard.');
	}

	async #ask(kind: string, { name, mail }: Someone, fillIn: (form: Locator) => Promise<void>): Promise<void> {
		const form = await this.#person.unfold(kind, this.#person.sheet('Vraag iemand erbij'));
		await this.#person.write('Naam', name, form);
		await fillIn(form);
		if (mail) await this.#person.write('E-mailadres', mail, form);
		await this.#person.press('Vraag erbij', form);
		await this.#person.sees(`${name} staat op de lijst.`);
	}
}
