import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '#tests/journeys/pages/Person.ts';
import { RoomPage } from '#tests/journeys/pages/RoomPage.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { chances, Counter, isLong, killEverything } from './killing.ts';

const KILLS = isLong ? 20 : 1;
/** Words that everybody types between two kills. */
const SENTENCE = 5;
/** A box takes 2 000 letters; after so many sentences of four people a new one is begun. */
const SENTENCES_IN_A_BOX = 8;
const PATIENCE = 60_000;

/** What one of them has typed so far, and the letters that are this person's alone. */
type Typed = { letters: string; text: string };

/**
 * Somebody in the sealed room who types at the end of a line where all the others type too. Everybody has letters
 * of their own: in a line that many wrote in, each one's letters must all be there, in the order they were typed,
 * wherever the others' came to stand.
 */
class Writer {
	readonly person: Person;
	readonly room: RoomPage;
	readonly typed: Typed;
	readonly #chance: (end: number) => number;
	readonly #any: Counter;

	constructor(person: Person, letters: string, chance: (end: number) => number, any: Counter) {
		this.person = person;
		this.room = new RoomPage(person);
		this.typed = { letters, text: '' };
		this.#chance = chance;
		this.#any = any;
	}

	async types(words: number, box: string): Promise<void> {
		for (let i = 0; i < words; i++) {
			const word = Array.from({ length: 6 }, () => this.typed.letters[this.#chance(6)]).join('');
			await this.room.typeInAgreement(box, `${word} `);
			this.typed.text += word;
			this.#any.tick();
		}
	}

	/** Waits until the draft on this page holds every letter of everybody. */
	async reads(all: Typed[]): Promise<void> {
		const { name, page } = this.person;
		const holds = (wanted: Typed[]) => {
			const text = [...document.querySelectorAll('textarea')].map((box) => box.value).join('');
			return wanted.every((one) => [...text].filter((letter) => one.letters.includes(letter)).join('') === one.text);
		};
		await page.waitForFunction(holds, all, { timeout: PATIENCE }).catch(async (cause: Error) => {
			const wanted = all.map(({ text }) => text).join('\n');
			throw new Error(`${name} does not read\n${wanted}\nbut ${(await this.room.draft()).join('\n')}`, { cause });
		});
	}
}

let program: Program;
let browser: Browser;
const people: Person[] = [];
beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
});
afterAll(async () => {
	for (const person of people) await person[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

async function arrive(name: string): Promise<Person> {
	const person = await Person.arrive(browser, program, name);
	people.push(person);
	await person.through(`/demo/door/preparation/${name.toLowerCase()}`);
	return person;
}

describe('everything is killed while four people write in the sealed room', () => {
	it(`[SR26] ${KILLS} times, and nobody loses a word`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
		const chance = chances(20_270_116);
		const any = new Counter();
		const writers: Writer[] = [];
		const letters = { Yara: 'abcdef', Hulya: 'ghijkl', Bas: 'mnopqr', Marleen: 'stuvwx' };
		for (const [name, own] of Object.entries(letters)) writers.push(new Writer(await arrive(name), own, chance, any));
		const [yara] = writers as [Writer];
		await yara.room.enter();
		await yara.room.begin();
		const riet = new Writer(await arrive('Riet'), '', chance, any);
		const guests = ['Hülya Aksoy', 'Bas Hoekstra', 'Marleen de Wit'].map((name, i) => [name, writers[i + 1]!.room] as const);
		await yara.room.letsIn({ ...Object.fromEntries(guests), 'Riet de Wit': riet.room });
		// She has the keys, and of what follows nothing.
		const rietsPage = riet.person.page.url();
		await riet.person.page.goto('about:blank');
		const boxes = Array.from({ length: Math.ceil(KILLS / SENTENCES_IN_A_BOX) }, (_, box) => `${box}: `);
		for (const what of boxes) await yara.room.writeAgreement({ what, who: 'Bas Hoekstra' });
		for (const { room } of writers) for (const what of boxes) await room.reads(what);

		for (let kill = 0; kill < KILLS; kill++) {
			// One of the four is surely connected; the others may still be on their way back.
			await writers[chance(4)]!.room.says('Alles is bewaard en verstuurd.');
			const moment = any.after(chance(4 * SENTENCE));
			const box = boxes[Math.floor(kill / SENTENCES_IN_A_BOX)]!;
			const typing = Promise.all(writers.map((writer) => writer.types(SENTENCE, box)));
			await moment;
			await killEverything(program);
			await typing;
		}

		const all = writers.map(({ typed }) => typed);
		for (const writer of writers) await writer.reads(all);
		for (const { room } of writers) await room.says('Alles is bewaard en verstuurd.');
		const drafts = await Promise.all(writers.map(({ room }) => room.draft()));
		for (const draft of drafts) expect(draft).toEqual(drafts[0]);

		for (const { person } of writers) await person.page.reload();
		for (const writer of writers) await writer.reads(all);
		for (const { room } of writers) expect(await room.draft()).toEqual(drafts[0]);
		for (const { person } of writers) expect(person.faults).toEqual([]);

		// Nobody's device is there to put anything back: what oma Riet reads, the server has kept.
		for (const { person } of writers) await person.page.goto('about:blank');
		await killEverything(program);
		await riet.person.page.goto(rietsPage);
		await riet.reads(all);
		expect(await riet.room.draft()).toEqual(drafts[0]);
	});
});
