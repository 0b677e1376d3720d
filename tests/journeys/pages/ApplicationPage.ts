import type { Person } from './Person.ts';

/** Asking for a conference, and the central person's own answer. */
export class ApplicationPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	/** For whom and why; then a letter to hand over is on the screen. */
	async apply(wanted: { title: string; name: string; age: number; mail?: string; reason: string }): Promise<void> {
		const me = this.#person;
		await me.page.goto('/conference');
		await me.follow('Vraag een conferentie aan');
		await me.write('Naam van de hoofdpersoon', wanted.name);
		await me.write('Leeftijd', String(wanted.age));
		await me.write('E-mailadres van de hoofdpersoon', wanted.mail ?? '');
		await me.write('Hoe heet deze conferentie?', wanted.title);
		await me.write('Waarom vraag je dit aan?', wanted.reason);
		await me.press('Vraag aan');
		await me.page.getByRole('heading', { name: 'De aanvraag is gedaan' }).waitFor();
	}

	/** The central person says yes for themselves, and what kind of coordinator they would like (PH1). */
	async sayYes(wishes: string): Promise<void> {
		await this.#person.write('Wat wens je?', wishes);
		await this.#person.press('Ja, ik wil dit');
		await this.#person.sees(/De regiomanager zoekt nu een coördinator\./);
	}

	/** Whoever was matched declares to be independent, before anything else (CO1). */
	async declare(): Promise<void> {
		await this.#person.tick('Ik hoor bij geen organisatie die meedoet. Ik ken niemand van deze mensen van elders.');
		await this.#person.press('Ja, ik word coördinator');
		await this.#person.sees('Ga verder met voorbereiden');
	}

	/** Somebody who was asked takes part. */
	async join(): Promise<void> {
		await this.#person.press('Ja, ik doe mee');
		await this.#person.page.getByRole('button', { name: 'Ja, ik doe mee' }).waitFor({ state: 'detached' });
	}
}
