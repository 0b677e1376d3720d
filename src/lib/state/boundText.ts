import type { Attachment } from 'svelte/attachments';
import type * as Y from 'yjs';
import { editText, spliceBetween } from '#lib/documents/editText.ts';
import { HeldText } from '#lib/documents/HeldText.ts';

type TextBox = HTMLTextAreaElement | HTMLInputElement;
type Change = Y.YTextEvent['delta'][number];

const known = new WeakMap<Y.Text, Attachment<TextBox>>();

/**
 * Ties a plain text box to a shared text: `<textarea {@attach boundText(text)}>`. What others type appears while
 * one is typing, and the caret stays at the word where it was. The same for the same text, so that a box is tied
 * anew only when its text has become another one.
 */
export function boundText(text: Y.Text): Attachment<TextBox> {
	const tie = known.get(text) ?? ((box: TextBox) => new Typing(text, box).begin());
	known.set(text, tie);
	return tie;
}

/** One box and its text. While a word is being composed the box is left alone, and catches up afterwards. */
class Typing {
	readonly #text: Y.Text;
	readonly #box: TextBox;
	/** What the box said when last looked at. */
	#shown = '';
	#composing: HeldText | undefined;

	constructor(text: Y.Text, box: TextBox) {
		this.#text = text;
		this.#box = box;
	}

	begin(): () => void {
		const [box, text] = [this.#box, this.#text];
		const heard = {
			input: this.#typed,
			compositionstart: () => (this.#composing ??= new HeldText(text)),
			compositionend: this.#composed,
			blur: this.#composed
		};
		const changed = (event: Y.YTextEvent) => this.#show(event.delta);
		this.#show();
		for (const [name, hear] of Object.entries(heard)) box.addEventListener(name, hear);
		text.observe(changed);
		return () => {
			for (const [name, hear] of Object.entries(heard)) box.removeEventListener(name, hear);
			text.unobserve(changed);
		};
	}

	#typed = (): void => {
		const { value, selectionStart } = this.#box;
		const before = this.#shown;
		this.#shown = value;
		if (this.#composing) this.#composing.edit(spliceBetween(before, value, selectionStart ?? undefined));
		else editText(this.#text, value, selectionStart ?? undefined);
	};

	#composed = (): void => {
		if (!this.#composing) return;
		if (this.#box.value !== this.#shown) this.#typed();
		const held = this.#composing;
		this.#composing = undefined;
		const places = [this.#box.selectionStart ?? 0, this.#box.selectionEnd ?? 0].map((caret) => held.placeOf(caret));
		this.#write(places);
	};

	#show(delta: readonly Change[] = []): void {
		const { selectionStart, selectionEnd } = this.#box;
		if (this.#composing) return;
		this.#write([selectionStart ?? 0, selectionEnd ?? 0].map((caret) => moved(caret, delta)));
	}

	/** Makes the box say what the text says, with the caret in these places if somebody is in it. */
	#write([start, end]: number[]): void {
		this.#shown = this.#text.toString();
		if (this.#box.value === this.#shown) return;
		this.#box.value = this.#shown;
		if (document.activeElement === this.#box) this.#box.setSelectionRange(start!, end!);
	}
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
