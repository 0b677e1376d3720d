import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Wifi } from '#tests/setup/Wifi.ts';
import type { Program } from '#tests/setup/program.ts';

/** Widths at which journeys are walked: a phone and a laptop. */
export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 800 };

/** Somebody of the cast with a browser of their own, on a network of their own. */
export class Person {
	readonly name: string;
	readonly context: BrowserContext;
	readonly page: Page;
	readonly wifi: Wifi;
	/** What went wrong in the page without anybody being told. */
	readonly faults: string[] = [];

	private constructor(name: string, context: BrowserContext, page: Page, wifi: Wifi) {
		this.name = name;
		this.context = context;
		this.page = page;
		this.wifi = wifi;
		page.on('pageerror', (error) => this.faults.push(error.message));
	}

	static async arrive(browser: Browser, program: Program, name: string, viewport = PHONE): Promise<Person> {
		const wifi = await Wifi.to(program.url);
		const context = await browser.newContext({ viewport, locale: 'nl-NL', baseURL: wifi.url });
		context.setDefaultTimeout(30_000);
		return new Person(name, context, await context.newPage(), wifi);
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

	/** Presses a button by its words. */
	async press(words: string): Promise<void> {
		await this.page.getByRole('button', { name: words, exact: true }).click();
	}

	/** Waits until these words are on the page. */
	async sees(words: string | RegExp): Promise<void> {
		await this.page.getByText(words).first().waitFor();
	}

	/** A picture of the whole page as it is now, under tests/results. */
	async picture(moment: string): Promise<void> {
		const path = fileURLToPath(new URL(`../../results/${moment}-${this.name}.png`, import.meta.url));
		await this.page.screenshot({ path, fullPage: true });
	}

	async text(): Promise<string> {
		return this.page.locator('body').innerText();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.context.close();
		await this.wifi[Symbol.asyncDispose]();
	}
}
