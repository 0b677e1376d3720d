import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editText, spliceBetween } from './editText.ts';
import { HeldText } from './HeldText.ts';

function textOf(words: string): Y.Text {
	const text = new Y.Doc().getText();
	text.insert(0, words);
	return text;
}

describe('what is typed in a box that is behind', () => {
	it('[PT5] comes behind the same word, though others wrote in front of it meanwhile', () => {
		const text = textOf('Bas brengt de kinderen.');
		const box = new HeldText(text);
		text.insert(0, 'Op maandag: ');
		box.edit({ index: 'Bas brengt de kinderen'.length, remove: 0, insert: ' naar school' });
		expect(text.toString()).toBe('Op maandag: Bas brengt de kinderen naar school.');
		expect(box.placeOf(3)).toBe('Op maandag: Bas'.length);
	});

	it('takes out what is there, and leaves what others put in between', () => {
		const text = textOf('Bas brengt de kinderen.');
		const box = new HeldText(text);
		text.insert('Bas brengt'.length, ' en haalt');
		text.delete(text.toString().indexOf('kinderen'), 'kinderen'.length);
		box.edit({ index: 0, remove: 'Bas brengt'.length, insert: 'Gino rijdt' });
		expect(text.toString()).toBe('Gino rijdt en haalt de .');
	});

	it('lets a word grow letter by letter, as a phone composes it', () => {
		const text = textOf('Riet slaapt hier.');
		const box = new HeldText(text);
		let shown = 'Riet slaapt hier.';
		for (const word of ['o', 'oo', 'ook', 'oma ']) {
			const next = `Riet slaapt ${word}${'hier.'}`;
			const caret = `Riet slaapt ${word}`.length;
			box.edit(spliceBetween(shown, next, caret));
			shown = next;
			text.insert(0, '+');
		}
		expect(text.toString()).toBe('++++Riet slaapt oma hier.');
	});

	it('never loses a letter of either, nor changes their order', () => {
		const letters = fc.string({ minLength: 0, maxLength: 4, unit: fc.constantFrom('a', 'b', ' ', '🙂') });
		const step = fc.record({
			who: fc.constantFrom('box', 'other'),
			at: fc.nat(30),
			remove: fc.nat(3),
			insert: letters
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				const text = textOf('Wij doen dit samen.');
				const box = new HeldText(text);
				let shown = text.toString();
				const goneByOther = new Set<string>();
				for (const { who, at, remove, insert } of steps) {
					const said = who === 'box' ? shown : text.toString();
					const letter = [...said];
					const place = Math.min(at, letter.length);
					const index = letter.slice(0, place).join('').length;
					const out = letter.slice(place, place + remove).join('');
					if (who === 'box') {
						box.edit({ index, remove: out.length, insert });
						shown = said.slice(0, index) + insert + said.slice(index + out.length);
					} else {
						for (const one of out) goneByOther.add(one);
						text.delete(index, out.length);
						text.insert(index, insert.toUpperCase());
					}
				}
				// Everything the box shows is in the text, in its order, but for kinds of letters that the other took out.
				const wanted = [...shown].filter((one) => !goneByOther.has(one));
				let from = 0;
				const found = [...text.toString()];
				for (const one of wanted) {
					from = found.indexOf(one, from) + 1;
					expect(from, `${wanted.join('')} in ${text.toString()}`).toBeGreaterThan(0);
				}
			})
		);
	});
});

describe('a box that shows the text as it is', () => {
	it('[PT5] tells by the caret which of two equal letters is the new one', () => {
		const [one, other] = [textOf('aa'), textOf('aa')];
		editText(one, 'aaa', 1);
		editText(other, 'aaa', 3);
		expect(spliceBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
		expect(spliceBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' });
		expect([one, other].map(String)).toEqual(['aaa', 'aaa']);
	});

	it('takes out the letter in front of the caret', () => {
		expect(spliceBetween('aaa', 'aa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
	});
});
