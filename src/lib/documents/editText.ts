import { simpleDiffStringWithCursor } from 'lib0/diff';
import type * as Y from 'yjs';
import { BY_HAND } from './origin.ts';

/** One place where a text differs: so many characters (UTF-16 units) out at `index`, these in. */
export type Splice = { index: number; remove: number; insert: string };

/**
 * What was typed, from what the box said before and says now.
 * @param caret where it stands now: of "aa" and "aaa" it tells which letter is the new one
 */
export function spliceBetween(before: string, after: string, caret = after.length): Splice {
	const wasAt = Math.max(0, caret - Math.max(0, after.length - before.length));
	return simpleDiffStringWithCursor(before, after, wasAt);
}

/**
 * Makes a shared text say `next`, touching only what differs, so that two people typing in one sentence both
 * keep their words. For a plain text field: call it with the field's value and caret at each input.
 */
export function editText(text: Y.Text, next: string, caret?: number): void {
	const { index, remove, insert } = spliceBetween(text.toString(), next, caret);
	if (remove === 0 && insert === '') return;
	byHand(text, () => {
		if (remove > 0) text.delete(index, remove);
		if (insert !== '') text.insert(index, insert);
	});
}

/** Changes a text in one step that can be taken back. */
export function byHand(text: Y.Text, change: () => void): void {
	if (text.doc === null) change();
	else text.doc.transact(change, BY_HAND);
}
