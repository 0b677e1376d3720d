import type { Locator } from 'playwright-core';
import type { Person } from './Person.ts';

/** The region manager's narrow page: who works here, what waits, and who coordinates it. */
export class RegionPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.page.goto('/region');
	}

	/** Makes a login and gives the link by which that person chooses a password. */
	async add(kind: 'coordinator' | 'referrer', staff: { name: string; mail: string; org: string; languages?: string }): Promise<string> {
		const me = this.#person;
		await me.write('Naam', staff.name);
		await me.write('E-mailadres', staff.mail);
		await me.write('Organisatie', staff.org);
		await me.write('Talen', staff.languages ?? '');
		await me.press(kind === 'coordinator' ? 'Maak een coördinator' : 'Maak een aanmelder');
		await me.sees(`Geef deze link aan ${staff.name}.`);
		return me.page.getByRole('link', { name: /\/in\// }).innerText();
	}

	/** One application that waits. */
	application(title: string): Locator {
		return this.#person.page.getByRole('article').filter({ hasText: title });
	}

	async seesWaitForYes(title: string): Promise<void> {
		await this.#person.sees(/Wacht op het ja van de hoofdpersoon/, this.application(title));
	}

	/** Asks for this coordinator. */
	async match(title: string, coordinator: string): Promise<void> {
		const choice = this.application(title).getByRole('radio', { name: coordinator });
		await this.#person.tickIt(choice);
		await this.#person.press('Kies deze coördinator', this.application(title));
	}

	async seesRefused(title: string, coordinator: string): Promise<void> {
		await this.#person.sees(`${coordinator} kan dit niet doen.`, this.application(title));
		await this.#person.sees('Vraag een andere coördinator.', this.application(title));
		await this.application(title).getByRole('radio', { name: coordinator }).waitFor({ state: 'detached' });
	}

	async seesMatched(): Promise<void> {
		await this.#person.sees(/De coördinator is gevraagd\./);
		await this.#person.sees('Er zijn nu geen aanvragen.');
	}
}
