import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';

/** One word of a dictionary: where it stands, and all it may say; a function is asked about samples. */
type Word = { path: string; kind: string; texts: string[] };

const dictionaries: Record<Language, Word[]> = { nl: wordsIn(nl), en: wordsIn(en) };

/** Names, and words the two languages share. */
const SAME_IN_BOTH = ['Rondom', 'Nederlands', 'English', 'Plan B', 'Print', 'Begin', 'Menu'];
const DUTCH_NAMES = /Eigen Kracht-conferentie|Huisartsenpost|Veilig Thuis|Nederlands/g;
const DUTCH = `het een niet je jij jullie wie wat voor naar ook zijn kring ruimte afspraak`.split(' ');

/** Words of an office, and words that blame. */
const UNKIND: Record<Language, string[]> = {
	nl: `dossier cliënt casus zaak participant deelnemer respondent traject interventie indicatie problematiek
		hulpvraag stakeholder gefaald falen mislukt fout schuld ongeldig verplicht nalatig weigert onbevoegd`.split(/\s+/),
	en: `file client case participant respondent trajectory intervention assessment stakeholder fail failed failure
		error wrong fault blame guilty invalid mandatory overdue refuses unauthorized`.split(/\s+/)
};

describe('The words on screen', () => {
	test('are there in both languages, each in the same place and of the same kind', () => {
		const places = (words: Word[]) => words.map(({ path, kind }) => `${path}: ${kind}`).sort();
		expect(places(dictionaries.en)).toEqual(places(dictionaries.nl));
	});

	test('are Dutch in the one and English in the other', () => {
		const dutch = new Map(dictionaries.nl.map(({ path, texts }) => [path, texts]));
		const left = dictionaries.en.flatMap(({ path, texts }) => {
			const same = texts.filter((text) => dutch.get(path)?.includes(text) && !sameInBoth(text));
			const words = texts.filter((text) => has(text.replaceAll(DUTCH_NAMES, ''), DUTCH));
			return [...same, ...words].map((text) => `${path}: ${text}`);
		});
		expect(left).toEqual([]);
	});
});

describe.each(['nl', 'en'] as const)('The words in %s', (language) => {
	const all = dictionaries[language].flatMap(({ path, texts }) => texts.map((text) => ({ path, text })));
	const sentences = all.flatMap(({ path, text }) => sentencesIn(text).map((sentence) => ({ path, sentence })));

	test('say something everywhere', () => {
		expect(all.filter(({ text }) => !text.trim())).toEqual([]);
	});

	test('are short: ten words to a sentence, headings and buttons left out of the count', () => {
		const whole = sentences.filter(({ sentence }) => /[.?!]$/.test(sentence));
		const counts = whole.map(({ sentence }) => wordCount(sentence));
		expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThanOrEqual(10);
	});

	test('hold no sentence longer than twenty words', () => {
		expect(sentences.filter(({ sentence }) => wordCount(sentence) > 20)).toEqual([]);
	});

	test('are not those of an office, and blame nobody', () => {
		expect(all.filter(({ text }) => has(text, UNKIND[language]))).toEqual([]);
	});
});

describe('Of cryptography', () => {
	test('people read one word, “sleutel”, once: on the sleutelblad', () => {
		const saying = dictionaries.nl.filter(({ texts }) => texts.some((text) => has(text, ['sleutels?'])));
		expect(saying.map(({ path }) => path)).toEqual(['sheet.paper.is']);
		const others = ['versleuteld', 'versleuteling', 'encryptie', 'cryptografie', 'certificaat'];
		expect(dictionaries.nl.filter(({ texts }) => texts.some((text) => has(text, others)))).toEqual([]);
	});
});

function wordsIn(branch: object, above = ''): Word[] {
	return Object.entries(branch).flatMap(([key, value]: [string, unknown]) => {
		const path = above + key;
		if (typeof value === 'string') return [{ path, kind: 'text', texts: [value] }];
		if (typeof value === 'function') return [{ path, kind: `text of ${value.length}`, texts: answers(value) }];
		return wordsIn(value as object, `${path}.`);
	});
}

/** What it says about somebody, nothing, one and more; answers that differ in the number only are one. */
function answers(word: Function): string[] {
	const said = ['Riet', 0, 1, 2].map((sample) => String(word(...Array(word.length).fill(sample))));
	return [...new Set(said.map((text) => text.replaceAll(/\b[012]\b/g, 'Riet')))];
}

/** Lines are sentences too, and so is every part of a line up to its full stop. */
function sentencesIn(text: string): string[] {
	return text.split(/(?<=[.?!…])\s+|\n+/).filter((sentence) => sentence.trim());
}

function wordCount(sentence: string): number {
	return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’@.:/-]*/gu)?.length ?? 0;
}

function has(text: string, words: string[]): boolean {
	return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu').test(text);
}

function sameInBoth(text: string): boolean {
	return SAME_IN_BOTH.includes(text) || !/\p{L}/u.test(text.replaceAll('Riet', ''));
}
