import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { Wifi } from '#tests/setup/Wifi.ts';
import type { Program } from '#tests/setup/program.ts';
import { pointing, type Hands } from './hands.ts';

/** Widths at which journeys are walked: a phone, a tablet on the table, and a laptop. */
export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 820, height: 1180 };
export const LAPTOP = { width: 1280, height: 800 };

/** What somebody works their device with, the address it has for the program, and whether scripts run on it. */
export type Way = { hands?: Hands; address?: string; script?: boolean; fullName?: string };

/** Somebody of the cast with a browser of their own, on a network of their own. */
export class Person {
	readonly name: string;
	readonly context: BrowserContext;
	readonly page: Page;
	readonly wifi: Wifi;
	/** What went wrong in the page without anybody being told. */
	readonly faults: string[] = [];
	/** As it stands on the list of the conference. */
	readonly fullName: string;
	readonly #hands: Hands;

	private constructor(name: string, context: BrowserContext, page: Page, wifi: Wifi, way: Required<Pick<Way, 'hands' | 'fullName'>>) {
		this.name = name;
		this.fullName = way.fullName;
		this.context = context;
		this.page = page;
		this.wifi = wifi;
		this.#hands = way.hands;
		page.on('pageerror', (error) => this.faults.push(error.message));
		// SR41: something of our own that the policy refused.
		page.on('console', (said) => {
			if (said.type() === 'error' && /Content Security Policy|Trusted/.test(said.text())) this.faults.push(said.text());
		});
	}

	static async arrive(browser: Browser, program: Program, name: string, viewport = PHONE, way: Way = {}): Promise<Person> {
		const { hands = pointing, fullName = name, address, script: javaScriptEnabled = true } = way;
		const wifi = await Wifi.to(program.url);
		const extraHTTPHeaders = address ? { 'x-forwarded-for': address } : undefined;
		const context = await browser.newContext({ viewport, locale: 'nl-NL', baseURL: wifi.url, extraHTTPHeaders, javaScriptEnabled });
		context.setDefaultTimeout(30_000);
		return new Person(name, context, await context.newPage(), wifi, { hands, fullName });
	}

	/** Through the demo's door into the conference at a station. */
	async through(door: string): Promise<void> {
		await this.page.goto(door);
	}

	/** The conference's own pages, `''` for the first. */
	async open(path: string): Promise<void> {
		const [conference] = /\/conference\/[a-z0-9]{15}/.exec(this.page.url()) ?? [];
		await this.page.goto(`${conference ?? ''}${path}`);
	}

	/** Opens an address that was handed over, as it leads here over this person's own network. */
	async openLink(link: string): Promise<void> {
		const { pathname, hash } = new URL(link);
		await this.page.goto('about:blank');
		await this.page.goto(`${pathname}${hash}`);
	}

	/** Presses a button by its words. */
	async press(words: string | RegExp, within: Locator | Page = this.page): Promise<void> {
		await this.#hands.press(within.getByRole('button', { name: words, exact: true }));
	}

	/** Follows a link by its words. */
	async follow(words: string | RegExp, within: Locator | Page = this.page): Promise<void> {
		await this.#hands.press(within.getByRole('link', { name: words, exact: true }).first());
	}

	/** Unfolds what stands behind these words, unless it is open already. */
	async unfold(words: string | RegExp, within: Locator | Page = this.page): Promise<Locator> {
		const summary = within.locator('summary').filter({ hasText: words }).first();
		const folded = summary.locator('..');
		await folded.waitFor();
		if ((await folded.getAttribute('open')) === null) await this.#hands.press(summary);
		return folded;
	}

	/** Fills in a box by its label. */
	async write(label: string, words: string, within: Locator | Page = this.page): Promise<void> {
		await this.#hands.write(this.#box(label, within), words);
	}

	/** Types at the end of a box, letter by letter as people do. */
	async type(box: Locator, words: string, delay = 0): Promise<void> {
		await this.#hands.goTo(box);
		await this.page.keyboard.type(words, { delay });
	}

	async tick(label: string, within: Locator | Page = this.page): Promise<void> {
		await this.tickIt(this.#box(label, within));
	}

	async tickIt(box: Locator): Promise<void> {
		await this.#hands.tick(box);
	}

	async choose(label: string, words: string, within: Locator | Page = this.page): Promise<void> {
		await this.#hands.choose(within.getByRole('combobox', { name: label, exact: true }), words);
	}

	/** Fills in a day, YYYY-MM-DD, or a time, HH:MM. */
	async setMoment(label: string, moment: string, within: Locator | Page = this.page): Promise<void> {
		await this.#hands.setMoment(this.#box(label, within), moment);
	}

	/** A box to fill in or tick, by its label; a part of the page may carry the same name. */
	#box(label: string, within: Locator | Page): Locator {
		return within.getByLabel(label, { exact: true }).and(this.page.locator('input, textarea'));
	}

	/** A sheet of the page by its title. */
	sheet(title: string | RegExp): Locator {
		return this.page.getByRole('region', { name: title, exact: true });
	}

	/** Waits until these words are on the page. */
	async sees(words: string | RegExp, within: Locator | Page = this.page): Promise<void> {
		await within.getByText(words).filter({ visible: true }).first().waitFor();
	}

	/** Comes back to the page after having looked at something else. */
	async comesBack(): Promise<void> {
		await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	}

	/** A picture of the whole page as it is now, under tests/results. */
	async picture(moment: string): Promise<void> {
		const path = fileURLToPath(new URL(`../../results/${moment}-${this.name}.png`, import.meta.url));
		// The corner stays in sight while one scrolls; on a picture of the whole page it would lie on top of something.
		const corner = (position: string) => this.page.locator('footer').evaluateAll((all, wanted) => {
			for (const one of all) one.style.position = wanted;
		}, position);
		await corner('static');
		await this.page.screenshot({ path, fullPage: true });
		await corner('');
	}

	async text(): Promise<string> {
		return this.page.locator('body').innerText();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.context.close();
		await this.wifi[Symbol.asyncDispose]();
	}
}
