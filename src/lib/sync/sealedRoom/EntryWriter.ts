import { utf8, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { shortDeviceId, type EntryContent, type Head } from '#lib/crypto/entry/entry.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import type { Locks } from '../locks.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Circle } from './Circle.ts';
import type { Heads } from './Heads.ts';

export type SealedEntry = { bytes: Bytes; seq: number; generation: GenerationId; seen: Head[] };

/** Numbers and seals this device's entries in one document. */
export class EntryWriter {
	private readonly circle: Circle;
	private readonly document: string;
	private readonly heads: Heads;
	private readonly store: LocalStore;
	private readonly locks: Locks;

	constructor(circle: Circle, document: string, heads: Heads, { store, locks }: { store: LocalStore; locks: Locks }) {
		this.circle = circle;
		this.document = document;
		this.heads = heads;
		this.store = store;
		this.locks = locks;
	}

	/** The write generation and its key, or null while there is none that this device may use (SR12). */
	async current(): Promise<{ generation: GenerationId; key: CryptoKey } | null> {
		const { roster, keys, isLive } = this.circle;
		const generation = roster.writeGeneration;
		if (generation === null || !isLive) return null;
		const key = await keys.entryKey(generation, roster, this.document);
		return key && { generation, key };
	}

	/** Under the write generation, or under one that is being made. */
	async seal(
		content: EntryContent,
		seen: Head[],
		{ generation, key }: { generation: GenerationId; key: CryptoKey }
	): Promise<SealedEntry> {
		const { device, room } = this.circle;
		const seq = await this.nextNumber();
		const place = { roomId: room, document: this.document };
		const bytes = await sealEntry(place, generation, key, device, { seq, seen, content });
		return { bytes, seq, generation, seen };
	}

	/** Whether what was sealed under this generation may still go out: news may have come while it was sealed. */
	isCurrent(generation: GenerationId): boolean {
		return this.circle.isLive && this.circle.roster.writeGeneration === generation;
	}

	/** SR20: one count for all tabs, stored before it is used, never below what the log shows. */
	private nextNumber(): Promise<number> {
		const row = `seq/${this.document}`;
		const { roomId, device } = this.circle;
		return this.locks.hold(`rondom/${roomId}/${device.id}/${this.document}/seq`, async () => {
			const kept = await this.store.read(row);
			const stored = kept === null ? 0 : Number(new TextDecoder().decode(kept));
			const next = Math.max(stored, this.heads.of(shortDeviceId(device.id))) + 1;
			await this.store.change([{ name: row, content: utf8(String(next)) }]);
			return next;
		});
	}
}
