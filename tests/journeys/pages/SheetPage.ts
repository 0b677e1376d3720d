import type { Person } from './Person.ts';

/** The sleutelblad as somebody handles it: made, on paper, typed, scanned. */
export class SheetPage {
	readonly #person: Person;

	constructor(person: Person) {
		this.#person = person;
	}

	/** Makes one, and copies its letters to paper. */
	async makes(): Promise<string> {
		await this.#person.press('Maak het sleutelblad');
		const letters = this.#person.page.locator('article ol').first();
		await letters.waitFor();
		return (await letters.getByRole('listitem').allTextContents()).join('').trim();
	}

	/** What the printer gets. */
	async onPaper(): Promise<string> {
		const { page } = this.#person;
		await page.emulateMedia({ media: 'print' });
		const printed = await page.locator('body').innerText();
		await page.emulateMedia({ media: 'screen' });
		return printed;
	}

	/** The same letters with another one at a place, counted from 0. */
	slip(letters: string, at: number): string {
		return letters.slice(0, at) + (letters[at] === 'Z' ? 'Y' : 'Z') + letters.slice(at + 1);
	}

	async types(letters: string): Promise<void> {
		await this.#person.write('De 28 letters van het blad', letters);
		await this.#person.press('Kijk of het klopt');
	}

	/** In with typed letters. */
	async enters(letters: string): Promise<void> {
		await this.#person.write('De 28 letters van het blad', letters);
		await this.#person.press('Ga naar binnen');
	}

	/** The letter that is wrong is marked, at this place among the others. */
	async pointsAt(at: number): Promise<void> {
		const marked = this.#person.page.locator('mark');
		await marked.waitFor();
		const before = await marked.evaluate((mark) => {
			const range = document.createRange();
			range.setStart(mark.parentElement!.parentElement!, 0);
			range.setEndBefore(mark);
			return range.toString().replace(/\s/g, '').length;
		});
		if (before !== at) throw new Error(`letter ${before} is marked, not ${at}`);
	}

	/** The box is under one's hands, and what is wrong with it is in sight above the corner. */
	async isShownWhatIsWrong(): Promise<void> {
		const { page } = this.#person;
		const box = page.getByLabel('De 28 letters van het blad', { exact: true });
		await page.waitForFunction((one) => one === document.activeElement, await box.elementHandle());
		const answer = page.locator('form [role=status] strong');
		await page.waitForFunction((one) => {
			const { top, bottom } = one!.getBoundingClientRect();
			return top >= 0 && bottom <= document.querySelector('footer')!.getBoundingClientRect().top;
		}, await answer.elementHandle());
	}

	/** What is ticked to be taken out. */
	async ticked(): Promise<string[]> {
		const labels = this.#person.page.locator('label').filter({ has: this.#person.page.locator('input:checked') });
		return (await labels.allTextContents()).map((text) => text.trim());
	}

	/** Points the camera at the picture: the browser opens the address in it. */
	async scans(address: string): Promise<void> {
		await this.#person.page.goto('about:blank');
		await this.#person.page.goto(address);
		await this.#person.sees('Je hebt het sleutelblad');
	}

	/** A browser that lost all it kept, as after a reset. */
	async everythingGone(): Promise<void> {
		const { page } = this.#person;
		await page.goto('/sign-in');
		await page.evaluate(async () => {
			for (const { name } of await indexedDB.databases()) {
				await new Promise((done, failed) => {
					const asked = indexedDB.deleteDatabase(name!);
					asked.onsuccess = done;
					asked.onerror = asked.onblocked = failed;
				});
			}
			for (const name of await caches.keys()) await caches.delete(name);
			for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
			localStorage.clear();
		});
	}
}
