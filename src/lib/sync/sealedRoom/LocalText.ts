import { mergeUpdatesV2 } from 'yjs';
import { toHex } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import type { Head } from '#lib/crypto/entry/entry.ts';
import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { LocalStore, Row } from '../localStore/localStore.ts';

/** A piece of one's own text on this device: until the server has it, it stays marked as pending. */
export type Piece = { row: string; update: Uint8Array };

/** What is kept of a document: its text, what of it is one's own and perhaps not at the server, and the heads. */
export type Kept = { updates: Uint8Array[]; pending: Piece[]; heads: Head[] };

const TIDY_ABOVE = 40;

/** One document's text as this device keeps it, sealed, ahead of the wire (SR25). */
export class LocalText {
	private readonly store: LocalStore;
	private readonly document: string;

	constructor(store: LocalStore, document: string) {
		this.store = store;
		this.document = document;
	}

	async load(): Promise<Kept> {
		const [rows, pending, heads] = await Promise.all([
			this.store.list(`update/${this.document}/`),
			this.store.list(`pending/${this.document}/`),
			this.store.read(`heads/${this.document}`)
		]);
		if (rows.length > TIDY_ABOVE) await this.tidy(rows);
		return {
			updates: [...rows, ...pending].map(({ content }) => content),
			pending: pending.map(({ name, content }) => ({ row: name, update: content })),
			heads: heads === null ? [] : (JSON.parse(new TextDecoder().decode(heads)) as Head[])
		};
	}

	/** Keeps what was typed here and what came from others; resolves when both are on the device. */
	async keep(typed: readonly Uint8Array[], heard: readonly Uint8Array[], heads: Head[]): Promise<Piece | null> {
		const name = toHex(randomBytes(8));
		const put: Row[] = [{ name: `heads/${this.document}`, content: utf8(JSON.stringify(heads)) }];
		if (heard.length > 0) {
			// Not the name of what is typed: that moves here once it is settled.
			put.push({ name: `update/${this.document}/${toHex(randomBytes(8))}`, content: new Uint8Array(mergeUpdatesV2([...heard])) });
		}
		if (typed.length === 0) {
			await this.store.change(put);
			return null;
		}
		const content = new Uint8Array(mergeUpdatesV2([...typed]));
		const row = `pending/${this.document}/${name}`;
		await this.store.change([...put, { name: row, content }]);
		return { row, update: content };
	}

	/** The server has these: from now on they are text like any other. */
	async settle(pieces: readonly Piece[]): Promise<void> {
		const put = pieces.map(({ row, update }) => ({
			name: row.replace('pending/', 'update/'),
			content: new Uint8Array(update)
		}));
		await this.store.change(
			put,
			pieces.map(({ row }) => row)
		);
	}

	/** Many rows become one. Another tab may do the same at once: the same text twice does no harm. */
	private async tidy(rows: Row[]): Promise<void> {
		const content = new Uint8Array(mergeUpdatesV2(rows.map((row) => row.content)));
		await this.store.change(
			[{ name: `update/${this.document}/${toHex(randomBytes(8))}`, content }],
			rows.map(({ name }) => name)
		);
	}
}
