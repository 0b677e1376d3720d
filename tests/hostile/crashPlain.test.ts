import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyText } from '#lib/documents/family.ts';
import { openText } from '#lib/documents/open.ts';
import type { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { Program } from '#tests/setup/program.ts';
import { chances, Counter, isLong, killEverything } from './killing.ts';
import { once, openPaper, signIn } from './paper.ts';

const KILLS = isLong ? 20 : 2;
/** Words that every device writes between two kills. */
const SENTENCE = 12;

let program: Program;
const papers: SharedDocument[] = [];
beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-09T13:00:00Z' });
});
afterAll(async () => {
	for (const paper of papers) paper.close();
	await program?.[Symbol.asyncDispose]();
});

type Writer = { name: 'family' | 'open'; token: string; conference: string; paper: SharedDocument; typed: string[] };

/** Where people write in each paper. */
const line = {
	family: ({ doc }: SharedDocument) => familyText(doc, 'ifNoPlan'),
	open: ({ doc }: SharedDocument) => openText(doc, 'other')
};

describe('everything is killed while Yara and Amina write in the plain papers, two devices each', () => {
	it(`[SR26] ${KILLS} times, and no word is lost`, { timeout: 30_000 + KILLS * 15_000 }, async () => {
		const chance = chances(1795);
		const any = new Counter();
		const writers: Writer[] = [];
		for (const who of ['yara', 'amina', 'yara', 'amina']) {
			const { token, conference } = await signIn(program, who);
			for (const name of ['family', 'open'] as const) {
				const paper = openPaper(program, `${name}/${conference}`, token);
				papers.push(paper);
				paper.doc.on('update', () => any.tick());
				paper.onChange(() => any.tick());
				writers.push({ name, token, conference, paper, typed: [] });
			}
		}

		for (let kill = 0; kill < KILLS; kill++) {
			const back = writers[chance(writers.length)]!.paper;
			await once([back], () => back.state === 'synced');
			// Between two of the things that happen on these devices: a word, its arrival, the word that it is stored.
			const moment = any.after(chance(writers.length * SENTENCE * 4));
			for (let word = 0; word < SENTENCE; word++) {
				for (const [device, { name, paper, typed }] of writers.entries()) {
					typed.push(`w${device}-${kill}-${word} `);
					const text = line[name](paper);
					text.insert(text.length, typed.at(-1)!);
				}
				await new Promise((turn) => setImmediate(turn));
			}
			const allStored = () => papers.every(({ state, where }) => state === 'synced' && where === 'stored');
			await Promise.race([moment, once(papers, allStored)]);
			await killEverything(program);
		}

		const words = (name: string) => writers.filter((writer) => writer.name === name).flatMap(({ typed }) => typed);
		for (const { paper, name } of writers) {
			const reads = () => words(name).every((word) => line[name](paper).toString().includes(word));
			await once(papers, () => reads() && paper.state === 'synced' && paper.where === 'stored');
		}
		for (const { paper, name } of writers) {
			const other = writers.find((writer) => writer.name === name)!.paper;
			expect(line[name](paper).toString()).toBe(line[name](other).toString());
		}

		// "Stored" was said. Now nobody is there to send it again, and the program is killed once more.
		const expected = writers.slice(0, 2).map(({ name, token, conference, paper }) => {
			return { name, room: `${name}/${conference}`, token, text: line[name](paper).toString() };
		});
		for (const paper of papers.splice(0)) paper.close();
		await killEverything(program);
		for (const { name, room, token, text } of expected) {
			const fresh = openPaper(program, room, token);
			papers.push(fresh);
			await once([fresh], () => fresh.state === 'synced');
			expect(line[name](fresh).toString()).toBe(text);
		}
	});
});
