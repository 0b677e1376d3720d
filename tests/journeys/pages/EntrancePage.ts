import type { Person } from './Person.ts';

/** Coming in: the first set-up, a letter or link, a code by mail, an own password, and leaving again. */
export class EntrancePage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	/** The link from the terminal makes the first region manager. */
	async setUp(link: string, region: string, manager: { name: string; mail: string; password: string }): Promise<void> {
		const me = this.#person;
		await me.openLink(link);
		await me.write('Naam van de regio', region);
		await me.write('Je naam', manager.name);
		await me.write('Je e-mailadres', manager.mail);
		await me.write('Kies een wachtwoord', manager.password);
		await me.press('Begin');
		await me.page.getByRole('heading', { name: `Regio ${region}`, exact: true }).waitFor();
	}

	/** Opens a link that was mailed or handed over; the code stands in it. */
	async enterByLink(link: string): Promise<void> {
		await this.#person.openLink(link);
		await this.#enter();
	}

	/** Types the code from a letter. */
	async enterByCode(code: string): Promise<void> {
		await this.#person.page.goto('/in');
		await this.#person.write('De code', code);
		await this.#enter();
	}

	async choosePassword(password: string): Promise<void> {
		await this.#person.page.goto('/account');
		await this.#person.write('Kies een wachtwoord', password);
		await this.#person.press('Bewaar');
		await this.#person.sees(/Je wachtwoord is bewaard/);
	}

	async signIn(mail: string, password: string): Promise<void> {
		await this.#person.page.goto('/sign-in');
		await this.#person.write('Je e-mailadres of inlognaam', mail);
		await this.#person.write('Je wachtwoord', password);
		await this.#person.press('Inloggen');
		await this.#arrive('Mijn conferenties');
	}

	/** With the six digits that come by mail. */
	async signInByMail(mail: string, digits: () => Promise<string>): Promise<void> {
		await this.#person.page.goto('/sign-in');
		await this.#person.write('Je e-mailadres of inlognaam', mail);
		await this.#person.press('Stuur mij een code');
		await this.#person.sees(/Dan krijg je nu een mail/);
		await this.#person.write('De code uit je mail', await digits());
		await this.#person.press('Ga verder');
		await this.#arrive('Mijn conferenties');
	}

	/** One's own conferences, and into one of them. */
	async findConference(title: string): Promise<void> {
		await this.#person.page.goto('/conference');
		await this.#person.follow(new RegExp(`^${title}`));
		await this.#arrive(title);
	}

	async signOut(): Promise<void> {
		await this.#person.page.goto('/account');
		await this.#person.press('Uitloggen');
		await this.#person.page.getByRole('link', { name: 'Inloggen' }).first().waitFor();
	}

	async #enter(): Promise<void> {
		await this.#person.press('Kom binnen');
		await this.#person.page.waitForURL(/\/(conference\/[a-z0-9]{15}(\/answer)?|account)$/);
	}

	async #arrive(heading: string): Promise<void> {
		await this.#person.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
	}
}
