import * as Y from 'yjs';
import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { generationOf } from '#lib/crypto/entry/generationOf.ts';
import { openEntry } from '#lib/crypto/entry/openEntry.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import { entryKey } from '#lib/crypto/generation/entryKey.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { RecordContent, RecordId, RoomId } from '#lib/crypto/roster/record.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import { planText } from '#lib/documents/planDraft.ts';
import type { RelayServer } from '../sealedRoom/room.fixture.ts';
import type { Slot } from './Slot.fixture.ts';

const nothing: Bytes = new Uint8Array(0);
const DOCUMENTS = ['book', 'g1'];

/**
 * The server and those who were taken out, together: it remembers every item and every box that ever stood there,
 * loses, alters and repeats them; they have their old keys, and sign whatever they like after whatever past.
 */
export class ExMembers {
	private readonly server: RelayServer;
	private readonly slots: readonly Slot[];
	private readonly roomId: RoomId;
	private readonly forged: RecordId[] = [];
	private readonly boxes: { name: string; value: unknown }[] = [];
	private readonly items: unknown[] = [];
	private count = 0;

	constructor(server: RelayServer, slots: readonly Slot[], roomId: RoomId) {
		this.server = server;
		this.slots = slots;
		this.roomId = roomId;
		for (const document of DOCUMENTS) this.remember(document);
	}

	private get room(): Bytes {
		return fromHex(this.roomId);
	}

	/** The server loses an entry, or something in `env`. */
	drop(pick: number): void {
		const log = this.server.log(pick % 3 === 0 ? 'book' : 'g1');
		if (pick % 2 === 0 && log.length > 0) return log.delete((pick >> 2) % log.length, 1);
		const env = this.server.find('book').getMap('env');
		const names = [...env.keys()];
		if (names.length > 0) env.delete(names[(pick >> 2) % names.length]!);
	}

	/** The server turns over a bit, puts in rubbish, or plays again what was there before. */
	spoil(pick: number): void {
		const log = this.server.log(pick % 2 === 0 ? 'book' : 'g1');
		const known = this.items[(pick >> 3) % this.items.length];
		if (!(known instanceof Uint8Array)) return;
		const copy = known.slice();
		if (pick % 3 === 0) copy[(pick >> 2) % copy.length]! ^= 1 << (pick & 7);
		if (pick % 3 !== 2) return log.push([copy]);
		const { name, value } = this.boxes[(pick >> 3) % this.boxes.length]!;
		this.server.find('book').getMap('env').set(name, value);
	}

	/** A line of the roster and a word in the plan, by somebody who is out. Returns the word. */
	async forge(me: Slot, pick: number): Promise<string | null> {
		const held = [...(await this.keysOf(me))];
		const [generation, key] = held[pick % Math.max(1, held.length)] ?? [];
		if (!generation || !key) return null;
		const seq = 900 + this.count++;
		const line = await this.anyLine(me, pick);
		const word = `F${seq}F`;
		const forged = new Y.Doc();
		planText(forged, 'freeText').insert(0, word);
		const update = new Uint8Array(Y.encodeStateAsUpdateV2(forged));
		const contents = { book: { kind: 'records' as const, records: [line] }, g1: { kind: 'edit' as const, update } };
		for (const document of ['book', 'g1'] as const) {
			const place = { roomId: this.room, document };
			const sealKey = await entryKey(key, this.room, generation, document);
			const entry = { seq, seen: [], content: contents[document] };
			this.server.log(document).push([await sealEntry(place, generation, sealKey, me.device!, entry)]);
		}
		return word;
	}

	/** Whether this device, with all it ever had or was handed, finds `word` in what stands at the server now. */
	async finds(me: Slot, word: string): Promise<boolean> {
		const keys = await this.keysOf(me);
		for (const document of DOCUMENTS) {
			for (const item of this.server.log(document).toArray()) {
				if ((await this.textOf(item, document, keys)).includes(word)) return true;
			}
		}
		return false;
	}

	private async textOf(item: unknown, document: string, keys: Map<GenerationId, Bytes>): Promise<string> {
		const found = generationOf(item);
		const key = found.ok && keys.get(found.value.generation);
		if (!key) return '';
		const sealKey = await entryKey(key, this.room, found.value.generation, document);
		const entry = await openEntry({ roomId: this.room, document }, sealKey, item);
		return entry.ok && 'update' in entry.value ? new TextDecoder('latin1').decode(entry.value.update) : '';
	}

	/** Not a removal: one that is dated back counts, and can empty the room, which is not promised against. */
	private async anyLine(me: Slot, pick: number): Promise<Bytes> {
		const ghost = { device: await createDevice(), person: 'ghost', name: 'ghost', label: '', how: 1 as const };
		const contents: RecordContent[] = [
			{ kind: 'admit', ...ghost, flags: 0, sheetBlob: nothing },
			{ kind: 'generation', commit: randomBytes(32) },
			{ kind: 'close', other: new Uint8Array(32) }
		];
		const line = await signRecord(this.room, me.device!, this.anyPast(me, pick), contents[pick % contents.length]!);
		this.forged.push(line.id);
		return line.bytes;
	}

	/** What a liar dates its line after: just its own way in, all there is, or any of it. */
	private anyPast({ device }: Slot, pick: number): RecordId[] {
		const rosters = this.slots.flatMap(({ pages }) => pages.map(({ room }) => room.circle.roster));
		if (pick % 3 === 0) return [...new Set(rosters.flatMap(({ devices }) => devices.get(device!.id)?.record ?? []))];
		if (pick % 3 === 1) return [...new Set(rosters.flatMap(({ heads }) => heads))];
		const all = [...new Set(rosters.flatMap(({ wellFormed }) => wellFormed.map(({ id }) => id))), ...this.forged];
		return all.filter((_, i) => ((pick >> (2 + (i % 12))) & 1) === 1);
	}

	/** All keys that a device could ever come by: what it kept, and every box that ever stood there for it. */
	private async keysOf({ device, store }: Slot): Promise<Map<GenerationId, Bytes>> {
		const keys = new Map<GenerationId, Bytes>();
		for (const { name, content } of await store.list('generation/')) keys.set(name.slice(11) as GenerationId, content);
		for (const { name, value } of this.boxes) {
			if (!name.endsWith(device!.id) || !(value instanceof Uint8Array)) continue;
			const opened = await openLockbox(this.room, new Uint8Array(value), device!);
			if (opened.ok) keys.set(opened.value.generation, opened.value.key);
		}
		return keys;
	}

	private remember(document: string): void {
		const doc = this.server.doc(`room/rustinhuis00001/${this.roomId.slice(0, 32)}/${document}`);
		const env = doc.getMap('env');
		env.observe(({ keysChanged }) => {
			for (const name of keysChanged) if (env.has(name)) this.boxes.push({ name, value: env.get(name) });
		});
		doc.getArray('log').observe(({ changes }) => {
			for (const { insert } of changes.delta) if (Array.isArray(insert)) this.items.push(...insert);
		});
	}
}
