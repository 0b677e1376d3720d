import * as Y from 'yjs';
import { byHand, type Splice } from './editText.ts';

/** The name of each character (UTF-16 unit) of a shared text, in order. It keeps that name wherever it goes. */
function namesOf(text: Y.Text): string[] {
	const names: string[] = [];
	for (let item = text._start; item !== null; item = item.right) {
		if (item.deleted || !item.countable) continue;
		for (let i = 0; i < item.length; i++) names.push(`${item.id.client}/${item.id.clock + i}`);
	}
	return names;
}

/**
 * A box that for a moment shows an older text than there is. While a word is being composed (a phone's keyboard, a
 * Chinese one), writing into the box would break that word off, so what others type waits. What is typed in the box
 * meanwhile comes into the shared text at the right place all the same: by the names of the characters around it,
 * not by their places.
 */
export class HeldText {
	readonly #text: Y.Text;
	/** Of the characters the box shows. */
	#names: string[];

	/** @param text at a moment when the box says the same */
	constructor(text: Y.Text) {
		this.#text = text;
		this.#names = namesOf(text);
	}

	/** What was typed in the box, in places of the box. */
	edit({ index, remove, insert }: Splice): void {
		const text = this.#text;
		const gone = new Set(this.#names.splice(index, remove));
		byHand(text, () => {
			for (const { from, length } of runsOf(namesOf(text), gone)) text.delete(from, length);
			const at = this.placeOf(index);
			text.insert(at, insert);
			this.#names.splice(index, 0, ...namesOf(text).slice(at, at + insert.length));
		});
	}

	/** Where a caret in the box stands in the text as it is now: behind the same character. */
	placeOf(caret: number): number {
		const places = new Map(namesOf(this.#text).map((name, place) => [name, place]));
		const before = this.#names.slice(0, caret).findLast((name) => places.has(name));
		return before === undefined ? 0 : places.get(before)! + 1;
	}
}

/** Stretches of neighbours that are among `wanted`, last first, so that taking one out moves no other. */
function runsOf(names: string[], wanted: Set<string>): { from: number; length: number }[] {
	const runs: { from: number; length: number }[] = [];
	names.forEach((name, place) => {
		if (!wanted.has(name)) return;
		const last = runs[0];
		if (last && last.from + last.length === place) last.length++;
		else runs.unshift({ from: place, length: 1 });
	});
	return runs;
}
