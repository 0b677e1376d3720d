import type { Person } from './Person.ts';

/** The first page of a conference: the one thing to do next, and the door. */
export class ConferencePage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.open('');
	}

	async openInformation(): Promise<void> {
		await this.#begin('Begin met de informatie');
		await this.#person.sees('Begin de besloten tijd');
	}

	/** PH2: somebody was not told the four points. */
	async isRefusedInformation(): Promise<void> {
		await this.#begin('Begin met de informatie');
		await this.#person.sees('Nog niet iedereen heeft uitleg gehad.');
	}

	async openPrivateTime(): Promise<void> {
		await this.#begin('Begin de besloten tijd');
		await this.seesClosedDoor();
	}

	/** There is no way back: it is asked once more, once the script is there. */
	async #begin(words: string): Promise<void> {
		await this.#person.page.locator('button[aria-haspopup="dialog"]', { hasText: words }).waitFor();
		await this.#person.press(words);
		await this.#person.press('Ja, begin');
	}

	/** What everybody sees who has to stay outside, and no more than that. */
	async seesClosedDoor(): Promise<void> {
		await this.#person.sees('De familie overlegt zonder jou.');
	}

	async goBack(): Promise<void> {
		await this.#person.press('Terug naar onze ruimte');
	}

	async seesCoordinatorLeft(name: string): Promise<void> {
		await this.#person.sees(`${name} heeft zich teruggetrokken.`);
	}
}
