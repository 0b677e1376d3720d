import type { Browser } from 'playwright-core';
import { cast } from '#server/demo/cast.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Mailbox } from '#tests/setup/mailbox.ts';
import { Program } from '#tests/setup/program.ts';
import type { Hands } from '../pages/hands.ts';
import { Person } from '../pages/Person.ts';

/** How the story is walked: on which screen and with what each person works. */
export type Walk = {
	name: string;
	screen: (who: string) => { width: number; height: number };
	hands: (who: string) => Hands;
	/** For how long the wifi is gone while people write, in seconds. */
	withoutWifi: number;
};

export const TITLE = 'Rust in huis';

/**
 * One conference from an empty installation to the statuses after four weeks: a real program with mail that really
 * arrives, and a browser with an address of its own for each person of the cast.
 */
export class Story {
	readonly walk: Walk;
	readonly program: Program;
	readonly mailbox: Mailbox;
	readonly browser: Browser;
	/** Path of the conference. */
	path = '';
	readonly #people = new Map<string, Person>();
	#pictures = 0;

	private constructor(walk: Walk, program: Program, mailbox: Mailbox, browser: Browser) {
		this.walk = walk;
		this.program = program;
		this.mailbox = mailbox;
		this.browser = browser;
	}

	/** An empty installation at a moment, ISO 8601. */
	static async begin(walk: Walk, moment: string): Promise<Story> {
		const mailbox = await Mailbox.open();
		const settings = { SMTP_URL: mailbox.url, ADDRESS_HEADER: 'x-forwarded-for', DEMO_NOW: moment };
		return new Story(walk, await Program.start(settings), mailbox, await launchBrowser());
	}

	/** Somebody of the cast, in the browser they had before. */
	async be(who: string): Promise<Person> {
		const known = this.#people.get(who);
		if (known) return known;
		const address = `10.0.0.${this.#people.size + 1}`;
		const way = { hands: this.walk.hands(who), address, fullName: who in NAMES ? castOf(who).name : who };
		const person = await Person.arrive(this.browser, this.program, who, this.walk.screen(who), way);
		this.#people.set(who, person);
		return person;
	}

	get people(): Person[] {
		return [...this.#people.values()];
	}

	/** Puts this person's browser away. */
	async away(who: string): Promise<void> {
		await this.#people.get(who)?.[Symbol.asyncDispose]();
		this.#people.delete(who);
	}

	/** The same program in the same folder, at a later moment. */
	async laterAt(moment: string): Promise<void> {
		await this.program.stop();
		this.program.settings.DEMO_NOW = moment;
		await this.program.begin();
	}

	/** The link in the newest mail to somebody after the first `seen`. */
	async mailedLink(mail: string, seen = 0): Promise<string> {
		return /https?:\/\/\S+/.exec(await this.mailbox.mailTo(mail, seen))![0];
	}

	/** A picture of what these people see, numbered in the order of the story. */
	async picture(moment: string, ...who: string[]): Promise<void> {
		this.#pictures += 1;
		const number = String(this.#pictures).padStart(2, '0');
		for (const one of who) await this.#people.get(one)!.picture(`${this.walk.name}/${number}-${moment}`);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const person of this.people) await person[Symbol.asyncDispose]();
		await this.browser.close();
		await this.program[Symbol.asyncDispose]();
		await this.mailbox[Symbol.asyncDispose]();
	}
}

const { people, professionals, others } = cast;
const NAMES = Object.fromEntries([...people, ...professionals, ...others].map(({ id, name }) => [id, name]));

/** Somebody of the case by the cast's own id. */
export function castOf(id: string) {
	const found = [...people, ...professionals, ...others].find((one) => one.id === id);
	if (!found) throw new Error(`nobody called ${id} in the case`);
	return { ...found, mail: found.mail ?? '' };
}

/** The words by which the people of the case know an agreement. */
export function beginningOf(n: number): string {
	return cast.agreements.find((agreement) => agreement.n === n)!.what.slice(0, 24);
}
