import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import { entryKey } from '#lib/crypto/generation/entryKey.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { presenceKey } from '#lib/crypto/generation/presenceKey.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';

type Held = { key: Bytes; commit: Bytes; derived: Map<string, Promise<CryptoKey>> };
const MOST_CANDIDATES = 4;

/**
 * The generation keys this device has been given. A key is *proven* when it fits the commit of a well-formed
 * generation (SR10); until then it may only open entries to look for records, among them that generation's own.
 */
export class Keyring {
	private readonly roomId: Bytes;
	private readonly held = new Map<GenerationId, Held[]>();
	/** Moves when a key comes in: time to try again what could not be opened. */
	version = 0;

	constructor(roomId: Bytes) {
		this.roomId = roomId;
	}

	/** True when the key was not there yet. */
	async add(generation: GenerationId, key: Bytes): Promise<boolean> {
		return this.put(generation, key, await commitTo(key, this.roomId));
	}

	/** The same with its commit, without a wait: a key that was made here. */
	put(generation: GenerationId, key: Bytes, commit: Bytes): boolean {
		const candidates = this.held.get(generation) ?? [];
		if (candidates.length >= MOST_CANDIDATES || candidates.some((held) => sameBytes(held.key, key))) return false;
		this.held.set(generation, [...candidates, { key, commit, derived: new Map() }]);
		this.version++;
		return true;
	}

	private provenOf(generation: GenerationId, roster: Roster): Held | null {
		const record = roster.generations.get(generation);
		if (!record) return null;
		return this.held.get(generation)?.find(({ commit }) => sameBytes(commit, record.commit)) ?? null;
	}

	/** The generation's key itself, to make lockboxes from; null while none is proven. */
	proven(generation: GenerationId, roster: Roster): Bytes | null {
		return this.provenOf(generation, roster)?.key ?? null;
	}

	/** The key for new entries of a document. */
	entryKey(generation: GenerationId, roster: Roster, document: string): Promise<CryptoKey> | null {
		const held = this.provenOf(generation, roster);
		return held && this.entryKeyOf(held, generation, document);
	}

	/** The keys to try on an entry: the proven one, or else all that claim to be it. */
	entryKeys(generation: GenerationId, roster: Roster, document: string): Promise<CryptoKey[]> {
		const proven = this.provenOf(generation, roster);
		const tried = proven ? [proven] : (this.held.get(generation) ?? []);
		return Promise.all(tried.map((held) => this.entryKeyOf(held, generation, document)));
	}

	presenceKey(generation: GenerationId, roster: Roster, document: string): Promise<CryptoKey> | null {
		const held = this.provenOf(generation, roster);
		if (!held) return null;
		return this.derive(held, `presence/${document}`, () => presenceKey(held.key, this.roomId, generation, document));
	}

	private entryKeyOf(held: Held, generation: GenerationId, document: string): Promise<CryptoKey> {
		return this.derive(held, `entry/${document}`, () => entryKey(held.key, this.roomId, generation, document));
	}

	private derive({ derived }: Held, name: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
		if (!derived.has(name)) derived.set(name, make());
		return derived.get(name)!;
	}
}
