import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

/** Who and which devices are inside, in our room. */
export class InsidersPart {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	/** All devices, which stand folded. */
	async unfold(): Promise<Locator> {
		const folded = await this.#person.unfold('Bekijk de apparaten, of haal iets eruit');
		await folded.getByRole('heading').first().waitFor();
		return folded;
	}

	/** Presses the way out for somebody, and what the dialog then says yes to. */
	async takesOut(name: string, yes: string): Promise<void> {
		await this.unfold();
		await this.#person.press(`Haal ${name} eruit`);
		await this.#person.press(yes, this.#person.page.getByRole('dialog'));
	}
}
