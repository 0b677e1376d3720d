import type { Locator, Page } from 'playwright-core';
import type { Person } from './Person.ts';

/** The sealed room as somebody uses it: by the words on the screen. */
export class RoomPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	get #page(): Page {
		return this.#person.page;
	}

	/** From the conference's page through the door; a full load. */
	async enter(): Promise<void> {
		await this.#person.follow('Ga naar onze ruimte');
		await this.#page.getByRole('heading', { name: 'Onze ruimte' }).waitFor();
	}

	async begin(): Promise<void> {
		await this.#person.press('Begin onze ruimte');
		await this.isInside();
	}

	/** The link that lets others in, as it stands on the page. */
	async link(): Promise<string> {
		await this.#person.press('Laat iemand binnen');
		const box = this.#page.getByLabel('De link');
		await box.waitFor();
		return box.inputValue();
	}

	/** In with a link that was handed over; the address is this person's own network. */
	async enterBy(link: string): Promise<void> {
		await this.#person.openLink(`http://here/onze-ruimte${new URL(link).hash}`);
		await this.goInside();
	}

	/** At the door with a link in hand. */
	async goInside(): Promise<void> {
		await this.#person.press('Ga naar binnen');
		await this.isInside();
	}

	async isInside(): Promise<void> {
		await this.#page.getByRole('button', { name: 'Een afspraak', exact: true }).waitFor();
	}

	/** Adds a line and writes in it: the caret is there already. */
	async write(add: 'Iets dat goed gaat' | 'Iets dat we willen', words: string): Promise<void> {
		await this.#person.press(add);
		await this.#page.keyboard.insertText(words);
	}

	async writeAgreement(agreement: { what: string; who: string; requirement?: string }): Promise<void> {
		await this.#person.press('Een afspraak');
		await this.#page.keyboard.insertText(agreement.what);
		await this.#person.choose('Wie doet het', agreement.who, this.#lineInHand);
		if (agreement.requirement) await this.ticks(agreement.what, agreement.requirement);
	}

	/** The box with the words of an agreement. */
	async boxOf(begins: string): Promise<Locator> {
		return (await this.agreement(begins)).getByLabel('Wat', { exact: true });
	}

	/** Types at the end of the agreement that begins with these words, letter by letter as people do. */
	async typeInAgreement(begins: string, words: string): Promise<void> {
		await this.#person.type(await this.boxOf(begins), words);
	}

	/** What more can be agreed on stands folded. */
	async ticks(begins: string, requirement: string): Promise<void> {
		const line = await this.agreement(begins);
		await this.#person.unfold('Meer afspreken', line);
		await this.#person.tick(requirement, line);
	}

	/** BL4: reads beside the draft (on a phone folded above it) what in the plan answers a requirement. */
	async seesAnswered(requirement: string, by: string): Promise<void> {
		const folded = this.#page.locator('summary').filter({ hasText: 'Dit moet minstens' });
		if (await folded.count()) await this.#person.unfold('Dit moet minstens');
		const line = this.#page.getByRole('listitem').filter({ has: this.#page.getByText(requirement, { exact: true }) });
		await this.#person.sees(`In het plan: ${by}`, line.first());
	}

	async writePlanB(when: string, then: string): Promise<void> {
		await this.#person.press('Een plan B');
		await this.#page.keyboard.insertText(when);
		await this.#person.write('dan doen we dit', then, this.#lineInHand);
	}

	async choose(label: 'Contactpersoon' | 'Reserve', name: string): Promise<void> {
		await this.#person.choose(label, name);
	}

	async chooseDate(day: string): Promise<void> {
		await this.#person.setMoment('We komen weer bij elkaar op', day);
	}

	/** Waits until a box of the draft holds these words. */
	async reads(words: string): Promise<void> {
		const has = (wanted: string) => [...document.querySelectorAll('textarea')].some((box) => box.value.includes(wanted));
		await this.#page.waitForFunction(has, words);
	}

	/** Everything written: the plan as the page would print it, whatever is folded, and the notes. */
	async draft(): Promise<string[]> {
		const paper = await this.#page.locator('[data-read-aloud]').textContent();
		return [paper ?? '', await this.#page.getByRole('textbox', { name: 'Onze notities' }).inputValue()];
	}

	/** Waits for the words that say where what was typed is. */
	async says(words: string): Promise<void> {
		await this.#page.getByText(words).first().waitFor();
	}

	async present(): Promise<void> {
		await this.#person.press('Presenteer het plan');
		await this.#person.press('Ja, presenteer dit');
		await this.#page.waitForURL(/\/plan$/);
	}

	/** The line this person is writing in. */
	get #lineInHand(): Locator {
		return this.#page.getByRole('listitem').filter({ has: this.#page.locator(':focus') }).last();
	}

	/** The line of the agreement whose words begin so; waits until it is there. */
	async agreement(begins: string): Promise<Locator> {
		await this.reads(begins);
		const headings = this.#page.getByRole('heading', { name: /^Afspraak \d+$/ });
		const lines = this.#page.getByRole('listitem').filter({ has: headings });
		const boxes = lines.getByLabel('Wat', { exact: true });
		const words = await boxes.evaluateAll((found) => found.map((box) => (box as HTMLTextAreaElement).value));
		return lines.nth(words.findIndex((line) => line.startsWith(begins)));
	}
}
