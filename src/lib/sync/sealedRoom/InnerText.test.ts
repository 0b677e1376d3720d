import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { InnerText } from './InnerText.ts';
import type { Reading } from './LogReader.ts';

function reading(doc: Y.Doc, kind: 'edit' | 'state' = 'edit'): Reading {
	return { entry: { kind, update: new Uint8Array(Y.encodeStateAsUpdateV2(doc)), records: [] } } as never;
}

function docWith(words: string, client = 7): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = client;
	doc.getText('notes').insert(0, words);
	return doc;
}

function innerText() {
	const told = { unreadable: vi.fn(), diverges: vi.fn() };
	return { ...told, inner: new InnerText(told) };
}

describe('text and what the log tells of it', () => {
	it('[SR32] what is here and not in the log is noticed, also when an entry is gone from it', () => {
		const { inner } = innerText();
		const [one, two] = [reading(docWith('soep')), reading(docWith('brood', 8))];
		expect(inner.take([one, two])).toBe(false);
		expect(inner.isMoreThanLog).toBe(false);
		expect(inner.take([one])).toBe(true);
		expect(inner.isMoreThanLog).toBe(true);
		expect(inner.take([one, two])).toBe(false);
		expect(inner.isMoreThanLog).toBe(false);
		inner.doc.getText('notes').delete(0, 1);
		expect(inner.isMoreThanLog).toBe(true);
	});

	it('[SR25] an update from the store that the log already tells is known as such', () => {
		const { inner } = innerText();
		const doc = docWith('soep');
		inner.take([reading(doc)]);
		expect(inner.isConveyed(Y.encodeStateAsUpdateV2(doc))).toBe(true);
		expect(inner.isConveyed(Y.encodeStateAsUpdateV2(docWith('brood', 9)))).toBe(false);
	});

	it('[SR26] nor is the rest of a sentence known whose beginning was never sent', () => {
		const { inner } = innerText();
		inner.take([reading(docWith('brood', 9))]);
		const doc = new Y.Doc();
		const pieces: Uint8Array[] = [];
		doc.on('updateV2', (update: Uint8Array) => pieces.push(update));
		const notes = doc.getText('notes');
		notes.insert(0, 'Vijfde');
		notes.insert(notes.length, ' zin');
		notes.delete(0, 3);
		expect(pieces.map((piece) => inner.isConveyed(piece))).toEqual([false, false, false]);
		inner.take([reading(doc)]);
		expect(pieces.map((piece) => inner.isConveyed(piece))).toEqual([true, true, true]);
	});

	it('[SR43] a state that is the same by its bookkeeping and says something else is told', () => {
		const honest = innerText();
		honest.inner.doc.getText('notes');
		honest.inner.take([reading(docWith('woensdag'))]);
		honest.inner.take([reading(docWith('woensdag')), reading(docWith('woensdag'), 'state')]);
		expect(honest.diverges).not.toHaveBeenCalled();
		honest.inner.take([reading(docWith('zondagen'), 'state')]);
		expect(honest.diverges).toHaveBeenCalled();
		expect(honest.inner.doc.getText('notes').toString()).toBe('woensdag');
	});
});
