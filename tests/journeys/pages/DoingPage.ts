import type { Person } from './Person.ts';

/** Who does what, and how it goes. */
export class DoingPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	async open(): Promise<void> {
		await this.#person.open('/follow-through');
		await this.#person.page.getByRole('heading', { name: 'Wie doet wat', level: 1 }).waitFor();
	}

	/** AG3: how it goes with one of one's own agreements, in one of six words. */
	async says(begins: string, status: string, note = ''): Promise<void> {
		const mine = this.#person.sheet(/^Afspraak \d+$/).filter({ hasText: begins });
		const fold = await this.#person.unfold('Zeg hoe het gaat', mine);
		await this.#person.tick(status, fold);
		await this.#person.write('Wil je er iets bij zeggen?', note, fold);
		await this.#person.press('Bewaar', fold);
		// What is done is put away among what is done.
		if (['Gedaan', 'Gestopt omdat …'].includes(status)) await this.#person.unfold(/^Klaar of gestopt/);
		const said = mine.getByRole('paragraph').filter({ hasText: note ? `${status}. ${note}` : status });
		await said.first().waitFor();
	}

	/** What the circle sees somebody say about an agreement of theirs. */
	async seesSaid(name: string, words: string): Promise<void> {
		const fold = await this.#person.unfold(name, this.#person.sheet('Per persoon'));
		await this.#person.sees(words, fold);
	}
}
