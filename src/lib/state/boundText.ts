import type { Attachment } from 'svelte/attachments';
import type * as Y from 'yjs';
import { editText } from '#lib/documents/editText.ts';

type TextBox = HTMLTextAreaElement | HTMLInputElement;
type Change = Y.YTextEvent['delta'][number];

/**
 * Ties a plain text box to a shared text: `<textarea {@attach boundText(text)}>`. What others type appears while
 * one is typing, and the caret stays at the word where it was.
 */
export function boundText(text: Y.Text): Attachment<TextBox> {
	return (box) => {
		const show = (event?: Y.YTextEvent) => {
			const next = text.toString();
			if (box.value === next) return;
			const { selectionStart, selectionEnd } = box;
			box.value = next;
			if (!event || document.activeElement !== box) return;
			box.setSelectionRange(moved(selectionStart ?? 0, event.delta), moved(selectionEnd ?? 0, event.delta));
		};
		const typed = () => editText(text, box.value);
		show();
		box.addEventListener('input', typed);
		text.observe(show);
		return () => {
			box.removeEventListener('input', typed);
			text.unobserve(show);
		};
	};
}

/** Where a caret comes to stand after somebody else's change. Text put in at the caret itself comes after it. */
function moved(caret: number, delta: readonly Change[]): number {
	let at = 0;
	let result = caret;
	for (const change of delta) {
		if (at >= result && !change.delete) break;
		if (change.retain) at += change.retain;
		else if (change.delete) result -= Math.max(0, Math.min(change.delete, result - at));
		else if (typeof change.insert === 'string') {
			if (at < result) result += change.insert.length;
			at += change.insert.length;
		}
	}
	return result;
}
