import type { Locator, Page } from 'playwright-core';
import type { Person } from './Person.ts';

export type WrittenAgreement = {
	what: string;
	who: string;
	when?: string;
	/** Labels of the requirements it answers. */
	requirements?: string[];
	helpers?: string[];
	check?: string;
};

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

	/** A link for somebody, by the name on the list: made, as if it was sent, and the screen closed again. */
	async linkFor(name: string): Promise<string> {
		const screen = await this.letSomebodyIn(name);
		await this.#person.press('Ergens anders', screen);
		const link = await screen.getByLabel('De link', { exact: true }).inputValue();
		await this.#person.press('Klaar', screen);
		await screen.waitFor({ state: 'detached' });
		return link;
	}

	/** The screen on which somebody is let in, with this person chosen. */
	async letSomebodyIn(name: string): Promise<Locator> {
		await this.#person.press('Laat iemand binnen');
		const screen = this.#page.getByRole('dialog');
		const [button, folded] = [screen.getByRole('button', { name, exact: true }), screen.getByText('Iemand die al binnen is')];
		await button.or(folded).first().waitFor();
		// Whoever has a new phone is in already, and stands folded.
		if ((await button.count()) === 0 || !(await button.isVisible())) await this.#person.unfold('Iemand die al binnen is', screen);
		await this.#person.press(name, screen);
		return screen;
	}

	/** Opens an address that was handed over, on this person's own network, and knocks. */
	async knock(link: string): Promise<void> {
		await this.#person.openLink(`http://here/binnen${new URL(link).hash}`);
		await this.#person.press('Dit is mijn apparaat');
		await this.#person.sees('Je hebt aangeklopt');
	}

	/** The tap: yes, it is they. */
	async opensFor(name: string): Promise<void> {
		const question = this.#page.getByRole('region', { name: `${name} klopt aan`, exact: true });
		await this.#person.press('Ja, laat binnen', question);
	}

	/** Lets others in with a link each, by the names on the list; all of them are inside then. */
	async letsIn(others: Readonly<Record<string, RoomPage>>): Promise<void> {
		for (const [name, other] of Object.entries(others)) {
			await other.knock(await this.linkFor(name));
			await this.opensFor(name);
		}
		await Promise.all(Object.values(others).map((other) => other.isInside()));
	}

	async isInside(): Promise<void> {
		await this.#page.getByRole('button', { name: 'Een afspraak', exact: true }).waitFor();
	}

	/** Adds a line and writes in it: the caret is there already. */
	async write(add: 'Iets dat goed gaat' | 'Iets dat we willen', words: string): Promise<void> {
		await this.#person.press(add);
		await this.#page.keyboard.insertText(words);
	}

	async writeAgreement(agreement: WrittenAgreement): Promise<void> {
		const { what, who, when, requirements = [], helpers = [], check } = agreement;
		await this.#person.press('Een afspraak');
		await this.#page.keyboard.insertText(what);
		await this.#person.choose('Wie doet het', who, this.#lineInHand);
		const line = await this.agreement(what);
		if (!when && !requirements.length && !helpers.length && !check) return;
		await this.#person.unfold('Meer afspreken', line);
		if (when) await this.#person.write('Wanneer', when, line);
		for (const named of [...helpers, ...requirements]) await this.#person.tick(named, line);
		if (check) await this.#person.choose('Wie kijkt of het lukt', check, line);
	}

	/** Types at a person's own pace: `keys` in a second, for as long as it lasts. */
	async typesOn(begins: string, words: string, keys: number): Promise<void> {
		const box = await this.boxOf(begins);
		await this.#person.type(box, words, 1000 / keys);
	}

	async writeNotes(words: string): Promise<void> {
		await this.#person.write('Onze notities', words);
	}

	async writeNightCall(words: string): Promise<void> {
		await this.#person.write('Wie bel je in de nacht?', words);
	}

	/** PL1: who gets the plan, and how much of it. */
	async givePlanTo(recipients: { name: string; part: string }[]): Promise<void> {
		const box = await this.#person.unfold(/krijgt het plan|krijgen het plan|Kies wie/);
		for (const { name, part } of recipients) await this.#person.choose(name, part, box);
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
		const label = this.#page.getByText(requirement, { exact: true });
		const line = this.#page.getByRole('listitem').filter({ has: label, hasText: 'Waarom, en hoe zien we het?' });
		await this.#person.sees(`In het plan: ${by}`, line);
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

	/** Waits until this device shows the very draft that another shows. */
	async isSame(other: RoomPage): Promise<void> {
		const paper = this.#page.locator('[data-read-aloud]');
		const [wanted] = await other.draft();
		await this.#page.waitForFunction(([shown, words]) => shown!.textContent === words, [await paper.elementHandle(), wanted] as const);
	}

	/** The whole of the agreement that begins with these words. */
	async sentence(begins: string): Promise<string> {
		return (await this.boxOf(begins)).inputValue();
	}

	/** Waits until the agreement that begins with these words is so many letters long. */
	async hasSentence(begins: string, length: number): Promise<void> {
		const has = ([words, wanted]: [string, number]) =>
			[...document.querySelectorAll('textarea')].some(({ value }) => value.startsWith(words) && value.length === wanted);
		await this.#page.waitForFunction(has, [begins, length] as [string, number]);
	}

	/** Waits for the words that say where what was typed is. */
	async says(words: string): Promise<void> {
		await this.#page.getByText(words).first().waitFor();
	}

	async present(): Promise<void> {
		await this.preview();
		await this.confirmPresenting();
	}

	/** What would leave the room, and nothing has left it yet. */
	async preview(): Promise<void> {
		await this.#person.press('Presenteer het plan');
		await this.#person.sees('Dit gaat de ruimte uit');
	}

	/** Before it leaves, who outside the circle reads all of it then. */
	async saysWhoReads(name: string): Promise<void> {
		await this.#person.sees(new RegExp(`^Dit lezen ook: .*${name}`));
	}

	async confirmPresenting(): Promise<void> {
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
		const ids = await boxes.evaluateAll(
			(found, wanted) => found.flatMap((box) => ((box as HTMLTextAreaElement).value.startsWith(wanted) ? box.id : [])),
			begins
		);
		// By its box and not by its place: others add lines meanwhile.
		return lines.filter({ has: this.#page.locator(`[id="${ids[0]}"]`) });
	}
}
