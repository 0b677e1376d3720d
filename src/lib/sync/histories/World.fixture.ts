import * as Y from 'yjs';
import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { openEntry } from '#lib/crypto/entry/openEntry.ts';
import { generationOf } from '#lib/crypto/entry/generationOf.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import { entryKey } from '#lib/crypto/generation/entryKey.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import { beginRoster } from '#lib/crypto/roster/beginRoster.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';
import { HOW, type RecordContent, type RecordId, type RoomId } from '#lib/crypto/roster/record.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import { addBoardPost, readBoard } from '#lib/documents/circleBook.ts';
import { removeItem } from '#lib/documents/itemList.ts';
import { addAgreement, addStrength, planList, planText, readAgreements, readGoals, readPlanB, readStrengths } from '#lib/documents/planDraft.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import { PlanContent } from '#lib/domain/plan/content.ts';
import { removeDevices } from '../removal/remove.ts';
import { publishState } from '../sealedRoom/publishState.ts';
import { HandClock, RelayServer } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Slot, type Page } from './Slot.fixture.ts';

export const SLOTS = 8;
const nothing: Bytes = new Uint8Array(0);
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What happens next: who, what, to whom, and a number for whatever else must be chosen. */
export type Step = { actor: number; act: number; target: number; pick: number };
export const ACTS = 24;

/** What went wrong in a history, in one line. */
export class Broken extends Error {}

/**
 * A random life of one circle: real devices with real rooms, a server that drops, delays, alters and repeats, and
 * people who were taken out, who collude with it: they see all that ever passed and sign whatever they like.
 */
export class World {
	readonly clock = new HandClock();
	readonly server = new RelayServer();
	readonly slots: Slot[];
	roomId!: RoomId;
	/** Lines that ex-members made, and every value and item that ever stood at the server. */
	private readonly forged: RecordId[] = [];
	private readonly boxes: { name: string; value: unknown }[] = [];
	private readonly items: unknown[] = [];
	/** Words that a device kept, by slot: they must be there in the end if that slot is still in. */
	private readonly words = new Map<Slot, string[]>();
	/** Whom an honest device took out: they must never be in again. */
	private readonly takenOut = new Set<string>();
	/** What somebody wrote who was out, to the knowledge of all: it must be nowhere. */
	private readonly refused: string[] = [];
	private count = 0;

	constructor(seed: number) {
		this.server.relaysPresence = false;
		this.slots = Array.from({ length: SLOTS }, (_, i) => new Slot(i, this.server, this.clock, seed * 100));
	}

	/** The first begins, two more are let in. */
	async begin(): Promise<void> {
		const [first] = this.slots as [Slot];
		const device = await createDevice();
		const { roomId, records, generation, key } = await beginRoster(device, first.who);
		this.roomId = roomId;
		await first.keep(roomId, device, [
			...records.map(({ id, bytes }) => ({ name: `record/${id}`, content: bytes })),
			{ name: `generation/${generation}`, content: key }
		]);
		for (const document of ['book', 'g1']) this.record(document);
		await first.openPage();
		await this.settle(2000);
		for (const target of [1, 2]) await this.admit(first, this.slots[target]!);
		await this.settle(3000);
	}

	/** Lets so much time pass, with everything done in between. */
	async settle(milliseconds: number): Promise<void> {
		const end = this.clock.now() + milliseconds;
		do await breathe();
		while (this.clock.step(end));
		await breathe();
	}

	async play(steps: readonly Step[]): Promise<void> {
		for (const step of steps) {
			await this.act(step);
			await this.settle(step.pick % 7 === 0 ? 1500 : 0);
		}
	}

	private async act({ actor, act, target, pick }: Step): Promise<void> {
		const [me, other] = [this.slots[actor]!, this.slots[target]!];
		if (act < 7) return this.type(me, act, pick);
		if (act === 7) return me.goesOffline();
		if (act === 8) return me.comesBack();
		if (act === 9) return this.settle(1000 + (pick % 8) * 700);
		if (act === 10) return this.settle(65_000);
		if (act <= 12) return this.admit(me, other);
		if (act <= 14) return this.remove(me, other);
		if (act === 15) return this.crash(me);
		if (act === 16) return me.openPage();
		if (act === 17) return me.closePages();
		if (act === 18) return this.drop(pick);
		if (act === 19) return this.spoil(pick);
		if (act === 20) return this.dawdle(me, pick);
		if (act === 21) return this.compact(me, pick);
		const out = this.slots.filter(({ device }) => device && this.takenOut.has(device.id));
		if (out.length > 0) return this.forge(out[actor % out.length]!, pick);
	}

	private type(me: Slot, act: number, pick: number): void {
		const page = me.pages[pick % Math.max(1, me.pages.length)];
		if (!page || page.room.standing === 'removed') return;
		const word = `w${this.count++}w`;
		if (act === 6) return this.takeAway(page.draft.text, pick);
		if (act < 2) insertBetweenWords(planText(page.draft.text, 'freeText'), word, pick);
		else if (act === 2) addAgreement(page.draft.text, { what: word, responsible: me.person });
		else if (act === 3) addBoardPost(page.room.book.text, { text: word, by: me.person, written: '2027-01-16T12:00:00.000Z' });
		else addStrength(page.draft.text, word);
		this.words.set(me, [...(this.words.get(me) ?? []), word]);
	}

	/** Deletes a line, and with it the promise that it will be there. */
	private takeAway(doc: Y.Doc, pick: number): void {
		const { items } = readStrengths(doc);
		const line = items[pick % Math.max(1, items.length)];
		if (!line) return;
		removeItem(planList(doc, 'strengths'), line.id);
		for (const [slot, words] of this.words) this.words.set(slot, words.filter((word) => word !== line.text));
	}

	/** What is not on the device when a page crashes is nobody's promise. */
	private async crash(me: Slot): Promise<void> {
		me.crash();
		const kept = new Y.Doc();
		for (const { content } of [...(await me.store.list('update/')), ...(await me.store.list('pending/'))]) {
			Y.applyUpdateV2(kept, content);
		}
		const text = JSON.stringify([toPlanContent(kept), readBoard(kept)]);
		this.words.set(me, (this.words.get(me) ?? []).filter((word) => text.includes(word)));
	}

	/** As at the end of any way in; the newcomer gets the room, the key and the heads from whoever lets it in. */
	private async admit(me: Slot, other: Slot): Promise<void> {
		const room = me.page?.room;
		if (!room || other.isIn || !room.book.parts.gate.maySeal) return;
		const { circle, book } = room;
		const generation = circle.roster.writeGeneration!;
		const key = circle.keys.proven(generation, circle.roster)!;
		const device = await createDevice();
		const content = { kind: 'admit' as const, device, ...other.who, how: HOW.qr, flags: 0, sheetBlob: nothing };
		const admit = await circle.sign(content);
		await other.keep(this.roomId, device, [{ name: `generation/${generation}`, content: key }]);
		await book.publishRecords([admit.bytes]);
		await other.openPage();
	}

	private async remove(me: Slot, other: Slot): Promise<void> {
		const room = me.page?.room;
		if (!room || !other.device || other === me) return;
		const { id } = other.device;
		if (room.circle.roster.devices.get(id)?.standing !== 'live' || !room.book.parts.gate.mayAct) return;
		const outcome = await removeDevices(room, [id]);
		if (outcome !== 'removed') throw new Broken('a live device that is up to date could take nobody out');
		this.takenOut.add(id);
	}

	/** The server loses an entry, or something in `env`. */
	private drop(pick: number): void {
		const log = this.server.log(pick % 3 === 0 ? 'book' : 'g1');
		if (pick % 2 === 0 && log.length > 0) return log.delete((pick >> 2) % log.length, 1);
		const env = this.server.find('book').getMap('env');
		const names = [...env.keys()];
		if (names.length > 0) env.delete(names[(pick >> 2) % names.length]!);
	}

	/** The server turns over a bit, puts in rubbish, or plays again what was there before. */
	private spoil(pick: number): void {
		const log = this.server.log(pick % 2 === 0 ? 'book' : 'g1');
		const known = this.items[(pick >> 3) % this.items.length];
		if (!(known instanceof Uint8Array)) return;
		const copy = known.slice();
		if (pick % 3 === 0) copy[(pick >> 2) % copy.length]! ^= 1 << (pick & 7);
		if (pick % 3 !== 2) return log.push([copy]);
		const { name, value } = this.boxes[(pick >> 3) % this.boxes.length]!;
		this.server.find('book').getMap('env').set(name, value);
	}

	private dawdle(me: Slot, pick: number): void {
		for (const { wires } of me.pages) for (const wire of wires) (pick % 2 ? wire.dawdle() : wire.hurry());
	}

	private async compact(me: Slot, pick: number): Promise<void> {
		const page = me.page;
		if (page) await publishState((pick % 2 ? page.room.book : page.draft).parts);
	}

	/** Somebody who was taken out, with the server: any line after any past, a ghost, words, and boxes of old keys. */
	private async forge(me: Slot, pick: number): Promise<void> {
		const keys = await this.keysOf(me);
		const held = [...keys][pick % Math.max(1, keys.size)];
		if (!held) return;
		const [generation, key] = held;
		const after = this.anyPast(me, pick);
		const contents: RecordContent[] = [
			{ kind: 'admit', device: await createDevice(), person: 'ghost', name: 'ghost', label: '', how: 1, flags: 0, sheetBlob: nothing },
			{ kind: 'generation', commit: randomBytes(32) },
			{ kind: 'close', other: new Uint8Array(32) }
		];
		// Not a removal: one that is dated back counts, and can empty the room, which is not promised against.
		const line = await signRecord(fromHex(this.roomId), me.device!, after, contents[pick % contents.length]!);
		this.forged.push(line.id);
		const place = (document: string) => ({ roomId: fromHex(this.roomId), document });
		const [inBook, inG1] = await Promise.all(['book', 'g1'].map((one) => entryKey(key, fromHex(this.roomId), generation, one)));
		const records = { seq: 900 + this.count, seen: [], content: { kind: 'records' as const, records: [line.bytes] } };
		const forged = new Y.Doc();
		const word = `F${this.count}F`;
		planText(forged, 'freeText').insert(0, word);
		if (this.allKnowOf(me)) this.refused.push(word);
		const update = new Uint8Array(Y.encodeStateAsUpdateV2(forged));
		const words = { seq: 950 + this.count++, seen: [], content: { kind: 'edit' as const, update } };
		this.server.log('book').push([await sealEntry(place('book'), generation, inBook!, me.device!, records)]);
		this.server.log('g1').push([await sealEntry(place('g1'), generation, inG1!, me.device!, words)]);
	}

	/** What a liar dates its line after: just its own way in, all there is, or any of it. */
	private anyPast({ device }: Slot, pick: number): RecordId[] {
		const rosters = this.slots.flatMap(({ pages }) => pages.map(({ room }) => room.circle.roster));
		if (pick % 3 === 0) return [...new Set(rosters.flatMap(({ devices }) => devices.get(device!.id)?.record ?? []))];
		if (pick % 3 === 1) return [...new Set(rosters.flatMap(({ heads }) => heads))];
		const all = [...new Set(rosters.flatMap(({ wellFormed }) => wellFormed.map(({ id }) => id))), ...this.forged];
		return all.filter((_, i) => ((pick >> (2 + (i % 12))) & 1) === 1);
	}

	/** Whether everybody has a page open that says that this device is out. */
	private allKnowOf({ device }: Slot): boolean {
		const others = this.slots.filter((one) => one.isIn && !this.takenOut.has(one.device!.id));
		const isOut = ({ room }: Page) => room.circle.roster.devices.get(device!.id)?.standing === 'removed';
		return others.every(({ pages }) => pages.length > 0 && pages.every(isOut));
	}

	/** All keys that a device could ever come by: what it kept, and every box that ever stood there for it. */
	private async keysOf({ device, store }: Slot): Promise<Map<GenerationId, Bytes>> {
		const keys = new Map<GenerationId, Bytes>();
		for (const { name, content } of await store.list('generation/')) keys.set(name.slice(11) as GenerationId, content);
		for (const { name, value } of this.boxes) {
			if (!name.endsWith(device!.id) || !(value instanceof Uint8Array)) continue;
			const opened = await openLockbox(fromHex(this.roomId), new Uint8Array(value), device!);
			if (opened.ok) keys.set(opened.value.generation, opened.value.key);
		}
		return keys;
	}

	/** The server remembers everything, as a hostile one would. */
	private record(document: string): void {
		const doc = this.server.doc(`room/rustinhuis00001/${this.roomId.slice(0, 32)}/${document}`);
		const env = doc.getMap('env');
		env.observe(({ keysChanged }) => {
			for (const name of keysChanged) if (env.has(name)) this.boxes.push({ name, value: env.get(name) });
		});
		doc.getArray('log').observe(({ changes }) => {
			for (const { insert } of changes.delta) if (Array.isArray(insert)) this.items.push(...insert);
		});
	}

	/**
	 * The end: the server behaves, everybody who has keys opens a page and is online. Then within a while all who
	 * are in have one and the same valid plan, with all that they wrote in it, and can write on; and whoever was
	 * taken out can open none of it. Throws `Broken` where that is not so.
	 */
	async finish(): Promise<void> {
		for (const slot of this.slots) {
			if (!slot.isIn) continue;
			if (slot.pages.length === 0) await slot.openPage();
			slot.comesBack();
			for (const { wires } of slot.pages) for (const wire of wires) wire.hurry();
		}
		const end = this.clock.now() + 30 * 60_000;
		for (let wait = 500; ; wait = Math.min(20_000, wait * 1.5)) {
			await this.settle(wait);
			const amiss = await this.amiss();
			if (amiss === null) break;
			if (this.clock.now() > end) throw new Broken(amiss);
		}
		await this.checkSecrecy();
	}

	/** Those who are in, by what everybody knows together. */
	private inside(): Slot[] {
		const any = this.slots.flatMap(({ pages }) => pages);
		const rosters = any.map(({ room }) => room.circle.roster);
		const widest = rosters.reduce<Roster | null>((most, one) => (most && most.wellFormed.length >= one.wellFormed.length ? most : one), null);
		return this.slots.filter(({ device }) => device && widest?.devices.get(device.id)?.standing === 'live');
	}

	private async amiss(): Promise<string | null> {
		const inside = this.inside();
		const pages = inside.flatMap(({ pages }) => pages);
		const rooms = pages.map(({ room }) => room);
		const live = (room: SealedRoom) => room.circle.live.map(({ id }) => id).sort();
		const outcomes = new Set(rooms.map((room) => JSON.stringify([live(room), room.circle.roster.writeGeneration])));
		if (outcomes.size > 1) return 'they do not agree on who is in';
		for (const [i, { room, draft }] of pages.entries()) {
			if (!room.book.isOpen || !draft.isOpen) return `page ${i} cannot write`;
			if (room.book.where.state !== 'sent' || draft.where.state !== 'sent') return `page ${i} has unsent words`;
		}
		for (const id of this.takenOut) {
			if (inside.some(({ device }) => device!.id === id)) return 'somebody who was taken out is in';
		}
		const texts = new Set(pages.map(({ draft, room }) => JSON.stringify([toPlanContent(draft.text), readBoard(room.book.text)])));
		if (texts.size > 1) return 'they do not have the same text';
		const [text] = [...texts];
		if (this.refused.some((word) => text?.includes(word))) return 'words of somebody who was taken out came in';
		for (const slot of inside) {
			for (const word of this.words.get(slot) ?? []) if (!text!.includes(word)) return `${slot.name}'s ${word} is lost`;
		}
		return this.validity(pages[0]?.draft.text, rooms[0]);
	}

	private validity(doc: Y.Doc | undefined, room: SealedRoom | undefined): string | null {
		if (!doc || !room) return null;
		const lists = [readStrengths(doc), readGoals(doc), readAgreements(doc), readPlanB(doc), readBoard(room.book.text)];
		if (lists.some(({ unreadable }) => unreadable > 0)) return 'something in it cannot be read';
		return PlanContent.safeParse(toPlanContent(doc)).success ? null : 'the plan is not valid';
	}

	/** What is written from now on, nobody who was taken out can open, whatever they hold or were ever handed. */
	private async checkSecrecy(): Promise<void> {
		const inside = this.inside();
		const [writer] = inside;
		if (!writer) return;
		addStrength(writer.page!.draft.text, 'SECRET');
		addBoardPost(writer.page!.room.book.text, { text: 'SECRET', by: 'p', written: '2027-01-16T12:00:00.000Z' });
		await this.settle(3000);
		for (const slot of this.slots.filter(({ device }) => device && this.takenOut.has(device.id))) {
			for (const { draft, room } of slot.pages) {
				if (JSON.stringify([toPlanContent(draft.text), readBoard(room.book.text)]).includes('SECRET')) {
					throw new Broken(`${slot.name} reads on`);
				}
			}
			const keys = await this.keysOf(slot);
			for (const document of ['book', 'g1']) {
				for (const item of this.server.log(document).toArray()) {
					if (await this.tells(item, document, keys)) throw new Broken(`${slot.name} opens what is written now`);
				}
			}
		}
	}

	/** Whether somebody with these keys finds the secret in an item. */
	private async tells(item: unknown, document: string, keys: Map<GenerationId, Bytes>): Promise<boolean> {
		const found = generationOf(item);
		const key = found.ok && keys.get(found.value.generation);
		if (!key) return false;
		const roomId = fromHex(this.roomId);
		const entry = await openEntry({ roomId, document }, await entryKey(key, roomId, found.value.generation, document), item);
		return entry.ok && 'update' in entry.value && new TextDecoder('latin1').decode(entry.value.update).includes('SECRET');
	}

	/** Nothing of it goes on. */
	end(): void {
		for (const slot of this.slots) slot.crash();
		for (const doc of this.server.rooms.values()) doc.destroy();
	}
}

/** Words stand between spaces, so that nobody's word ends up inside another's. */
function insertBetweenWords(text: Y.Text, word: string, pick: number): void {
	const before = text.toString();
	const spaces = [...before].flatMap((letter, i) => (letter === ' ' ? [i] : []));
	text.insert(spaces[pick % Math.max(1, spaces.length)] ?? before.length, ` ${word} `);
}
