import type * as Y from 'yjs';
import { proseOf } from '../../../src/lib/documents/itemList.ts';
import { addStrength, planList } from '../../../src/lib/documents/planDraft.ts';
import { cast } from '../../../server/demo/cast.ts';

/** One thing a writer did, so many milliseconds from the start: a new line, a letter, or one letter taken back. */
export type Act = { at: number; writer: 0 | 1; key: string | 'line' | 'back' };

const KEY_MS = 200;

/**
 * Two people writing the sentences of the case, five keys a second with a little haste and hesitation, a slip of the
 * finger now and then, and a pause after each sentence. The same every time.
 */
export function trace(keys: number): Act[] {
	const chance = chances(2027);
	const sentences = [...cast.agreements.map(({ what }) => what), ...cast.plan_b.map((line) => `${line.trigger} ${line.do}`)];
	const acts: Act[] = [];
	for (const writer of [0, 1] as const) {
		let at = writer * 3000;
		for (let typed = 0, turn = writer; typed < keys / 2; turn += 2) {
			acts.push({ at, writer, key: 'line' });
			for (const letter of sentences[turn % sentences.length]!) {
				const slip = chance() < 0.03 ? [letter === 'e' ? 'r' : 'e', 'back'] : [];
				for (const key of [...slip, letter]) {
					at += KEY_MS * (0.6 + 0.8 * chance());
					acts.push({ at, writer, key });
					typed++;
				}
			}
			at += 1500 + 5000 * chance();
		}
	}
	return acts.sort((a, b) => a.at - b.at);
}

/** Seconds in which this writer was at a sentence, pauses left out. */
export function secondsTyping(acts: Act[], writer: 0 | 1): number {
	return (acts.filter((act) => act.writer === writer && act.key !== 'line').length * KEY_MS) / 1000;
}

/** Somebody at a document: does what the trace says, as the page would. */
export class Hand {
	readonly doc: Y.Doc;
	#text: Y.Text | null = null;

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	do(key: Act['key']): void {
		if (key === 'line') this.#text = proseOf(planList(this.doc, 'strengths'), addStrength(this.doc), 'text');
		else if (key === 'back') this.#text!.delete(this.#text!.length - 1, 1);
		else this.#text!.insert(this.#text!.length, key);
	}
}

function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
