import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

/** Closing the day, bringing the plan round, and the coordinator's last act. */
export class ClosingPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.open('/close');
	}

	async closeDay(): Promise<void> {
		await this.#person.press('Sluit de dag af');
		await this.#person.page.getByRole('heading', { name: 'Breng het plan rond' }).waitFor();
	}

	/** PL3: a link by mail to everybody who has mail. */
	async sendMails(): Promise<void> {
		await this.#person.press(/^Stuur de mails/);
		await this.#person.sees(/mails? weg\./);
	}

	/** A sheet each for who has no mail, on one pile. */
	async openPile(): Promise<void> {
		await this.#person.follow(/^Print de stapel/);
		await this.#person.page.getByRole('article').first().waitFor();
	}

	async givesOnPaper(name: string): Promise<void> {
		const line = this.#person.page.getByRole('listitem').filter({ hasText: name });
		await this.#person.press('Ik gaf het op papier', line);
		await this.#person.sees(/heeft het op papier/, line);
	}

	/** What opens the question whether one is sure. */
	get withdrawing(): Locator {
		return this.#person.page.getByRole('button', { name: 'Trek je terug', exact: true });
	}

	async withdraw(): Promise<void> {
		await this.#person.press('Trek je terug');
		await this.#person.sees('Je toegang stopt meteen, op elk apparaat.');
		await this.#person.press('Ja, ik trek me terug');
	}
}
