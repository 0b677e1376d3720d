import { simpleDiffString } from 'lib0/diff';
import type * as Y from 'yjs';
import { BY_HAND } from './origin.ts';

/**
 * Makes a shared text say `next`, touching only what differs, so that two people typing in one sentence both
 * keep their words. For a plain text field: call it with the field's value at each input.
 */
export function editText(text: Y.Text, next: string): void {
	const { index, remove, insert } = simpleDiffString(text.toString(), next);
	if (remove === 0 && insert === '') return;
	const change = () => {
		if (remove > 0) text.delete(index, remove);
		if (insert !== '') text.insert(index, insert);
	};
	if (text.doc === null) change();
	else text.doc.transact(change, BY_HAND);
}
