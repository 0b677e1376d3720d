import { createSubscriber } from 'svelte/reactivity';
import { formatRoom, type Room } from '#lib/sync/protocol.ts';
import { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';

/**
 * How a shared paper stands. `kept`: the server stored every word. `sending`: on its way. `offline`: only on this
 * page, until the network is back. `unreachable`: not seen yet at all.
 */
export type PaperState = 'opening' | 'kept' | 'sending' | 'offline' | 'unreachable' | 'signIn' | 'refused';

/** A plain document (`open`, `family`) open on the page. Nothing of it stays on the device. */
export class SharedPaper {
	readonly #document: SharedDocument;
	readonly #subscribe: () => void;
	#hasOpened = false;

	constructor(room: Room) {
		const url = `${location.origin.replace(/^http/, 'ws')}/sync`;
		this.#document = new SharedDocument(formatRoom(room), connectOverWebSocket({ url, random: Math.random }));
		this.#subscribe = createSubscriber((changed) => this.#document.onChange(changed));
	}

	get doc() {
		return this.#document.doc;
	}

	get state(): PaperState {
		this.#subscribe();
		const { state, refusal, where } = this.#document;
		if (refusal !== null) return refusal === 4401 ? 'signIn' : 'refused';
		if (state === 'synced') {
			this.#hasOpened = true;
			return where === 'stored' ? 'kept' : 'sending';
		}
		if (this.#hasOpened) return 'offline';
		return state === 'offline' ? 'unreachable' : 'opening';
	}

	/** Whether the text is here. Before that an empty page would look as if there were none. */
	get isOpen(): boolean {
		return ['kept', 'sending', 'offline'].includes(this.state);
	}

	/** Something typed here is not stored yet: leaving the page would lose it. */
	get hasUnstored(): boolean {
		this.#subscribe();
		return this.#document.where === 'onPage';
	}

	retry = (): void => this.#document.retry();

	close(): void {
		this.#document.close();
	}
}
