import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

/** The presented plan: looking at requirements by round, and everybody's yes. */
export class PlanPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.open('/plan');
		await this.#person.page.getByRole('heading', { name: 'Het plan', level: 1 }).waitFor();
	}

	/** One agreement on the paper, by the words it begins with. */
	agreement(begins: string): Locator {
		return this.#person.page.locator('li[id^="afspraak-"]').filter({ hasText: begins });
	}

	/** One requirement as it is looked at. */
	requirement(label: string): Locator {
		const { page } = this.#person;
		const sheet = this.#person.sheet('Dit moet minstens in het plan staan');
		return sheet.getByRole('listitem').filter({ has: page.getByText(label, { exact: true }) });
	}

	async isMet(label: string): Promise<void> {
		await this.#person.press('Gehaald', this.requirement(label));
		await this.#person.page.waitForFunction(() => document.activeElement !== null);
		await this.requirement(label).locator('p').filter({ hasText: /^\s*Gehaald\s*$/ }).waitFor();
	}

	/** BL5: not yet, with what is missing and what the setter does if it stays so. */
	async isNotYet(label: string, reason: string, then = ''): Promise<void> {
		await this.#sayNotYet(label, reason, then);
		await this.#person.sees(`Nog niet: ${reason}`, this.requirement(label));
	}

	async isRefusedNotYet(label: string): Promise<void> {
		await this.#sayNotYet(label, '', '');
		await this.#person.sees('Schrijf bij ‘nog niet’ op wat er ontbreekt.', this.requirement(label));
	}

	/** AG2: says yes to everything that waits for this person's own yes. */
	async saysYes(): Promise<number> {
		const asked = this.#person.sheet(/^(Jij bent gevraagd|Jouw deel)$/).getByRole('listitem');
		const count = await asked.count();
		for (let one = 0; one < count; one++) {
			await this.#person.press('Ja, dat doe ik', asked.nth(one));
			await this.#person.sees('Jij zei ja.', asked.nth(one));
		}
		return count;
	}

	/** IN2: passes on the yes of somebody who said it to this person. */
	async saysYesFor(name: string, begins: string): Promise<void> {
		const fold = await this.#person.unfold(`Wacht op ${name}`, this.#person.sheet('Zei iemand ja tegen jou?'));
		await this.#person.press(`${name} zei ja tegen mij`, fold.locator('form').filter({ hasText: begins }));
		await this.#person.sees(`${name} (via ${this.#person.fullName}) zegt ja`, this.agreement(begins));
	}

	async seesYes(name: string, begins: string): Promise<void> {
		await this.#person.sees(`${name} zegt ja`, this.agreement(begins));
	}

	async seesWaiting(name: string, begins: string): Promise<void> {
		await this.#person.sees(`Wacht op ${name}`, this.agreement(begins));
	}

	async #sayNotYet(label: string, reason: string, then: string): Promise<void> {
		const line = this.requirement(label);
		const fold = await this.#person.unfold('Nog niet', line);
		await this.#person.write('Wat ontbreekt er nog?', reason, fold);
		await this.#person.write('Wat doe je als het zo blijft?', then, fold);
		await this.#person.press('Nog niet', fold);
	}
}
