import * as Y from 'yjs';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { beginRoster } from '#lib/crypto/roster/beginRoster.ts';
import { HOW, type RoomId } from '#lib/crypto/roster/record.ts';
import { addBoardPost, readBoard } from '#lib/documents/circleBook.ts';
import { removeItem } from '#lib/documents/itemList.ts';
import { addAgreement, addStrength, planList, planText, readStrengths } from '#lib/documents/planDraft.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import { removeDevices } from '../removal/remove.ts';
import { publishState } from '../sealedRoom/publishState.ts';
import { HandClock, RelayServer } from '../sealedRoom/room.fixture.ts';
import { makeSheet } from '../sheet/makeSheet.ts';
import { ExMembers } from './ExMembers.fixture.ts';
import { amiss, inside, textOf } from './judge.fixture.ts';
import { Slot, type Page } from './Slot.fixture.ts';

export const SLOTS = 8;
const WRITTEN = '2027-01-16T12:00:00.000Z';
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What happens next: who, what, to whom, and a number for whatever else must be chosen. */
export type Step = { actor: number; act: number; target: number; pick: number };
export const ACTS = 28;

/** What went wrong in a life, in one line. */
export class Broken extends Error {}

/**
 * A random life of one circle: real devices with real rooms, on a server that drops, delays, alters and repeats, and
 * with people who were taken out and help it. Everybody honest does what the program does.
 */
export class World {
	private readonly clock = new HandClock();
	private readonly server = new RelayServer();
	private readonly slots: Slot[];
	private exMembers!: ExMembers;
	private roomId!: RoomId;
	private readonly words = new Map<Slot, string[]>();
	private readonly takenOut = new Set<string>();
	private readonly refused: string[] = [];
	/** The letters of sheets that were made. */
	private readonly sheets: string[] = [];
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
		this.exMembers = new ExMembers(this.server, this.slots, roomId);
		const rows = records.map(({ id, bytes }) => ({ name: `record/${id}`, content: bytes }));
		await first.keep(roomId, device, [...rows, { name: `generation/${generation}`, content: key }]);
		await first.openPage();
		await this.settle(2000);
		for (const target of [1, 2]) await this.admit(first, this.slots[target]!);
		await this.settle(3000);
	}

	async play(steps: readonly Step[]): Promise<void> {
		for (const step of steps) {
			await this.act(step);
			await this.settle(step.pick % 7 === 0 ? 1500 : 0);
		}
	}

	/**
	 * The end: the server behaves, everybody who has keys opens a page and is online. Then within a while all who
	 * are in have one and the same valid plan, with all that they wrote in it, and can write on; and whoever was
	 * taken out can open none of what is written then. Throws `Broken` where that is not so.
	 */
	async finish(): Promise<void> {
		for (const slot of this.slots.filter(({ isIn }) => isIn)) {
			if (slot.pages.length === 0) await slot.openPage();
			slot.comesBack();
			for (const wire of slot.wires) wire.hurry();
		}
		const end = this.clock.now() + 30 * 60_000;
		for (let wait = 500; ; wait = Math.min(20_000, wait * 1.5)) {
			await this.settle(wait);
			const { words, takenOut, refused } = this;
			const wrong = amiss(this.slots, { words, takenOut, refused });
			if (wrong === null) break;
			if (this.clock.now() > end) throw new Broken(wrong);
		}
		await this.checkSecrecy();
	}

	/** Nothing of it goes on. */
	end(): void {
		for (const slot of this.slots) slot.crash();
		for (const doc of this.server.rooms.values()) doc.destroy();
	}

	/** Lets so much time pass, with everything done in between. */
	private async settle(milliseconds: number): Promise<void> {
		const end = this.clock.now() + milliseconds;
		do await breathe();
		while (this.clock.step(end));
		await breathe();
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
		if (act === 18) return this.exMembers.drop(pick);
		if (act === 19) return this.exMembers.spoil(pick);
		if (act === 20) return me.wires.forEach((wire) => (pick % 2 ? wire.dawdle() : wire.hurry()));
		if (act === 21) return this.compact(me, pick);
		if (act === 22) return this.write(me);
		if (act === 23) return this.comeInBySheet(me, pick);
		return this.forge(actor, pick);
	}

	private type(me: Slot, act: number, pick: number): void {
		const page = me.pages[pick % Math.max(1, me.pages.length)];
		if (!page || page.room.standing === 'removed') return;
		const { text } = page.draft;
		const word = `w${this.count++}w`;
		if (act === 6) return this.takeAway(text, pick);
		if (act < 2) insertBetweenWords(planText(text, 'freeText'), word, pick);
		else if (act === 2) addAgreement(text, { what: word, responsible: me.person });
		else if (act === 3) addBoardPost(page.room.book.text, { text: word, by: me.person, written: WRITTEN });
		else addStrength(text, word);
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
		const rows = await Promise.all(['update/', 'pending/'].map((prefix) => me.store.list(prefix)));
		for (const { content } of rows.flat()) Y.applyUpdateV2(kept, content);
		const text = JSON.stringify([toPlanContent(kept), readBoard(kept)]);
		this.words.set(me, (this.words.get(me) ?? []).filter((word) => text.includes(word)));
	}

	/** As at the end of any way in; the newcomer gets the room and the key from whoever lets it in. */
	private async admit(me: Slot, other: Slot): Promise<void> {
		const room = me.page?.room;
		if (!room || other.isIn || !room.book.parts.gate.maySeal) return;
		const { circle, book } = room;
		const generation = circle.roster.writeGeneration!;
		const key = circle.keys.proven(generation, circle.roster)!;
		const device = await createDevice();
		const who = { ...other.who, how: HOW.qr, flags: 0, sheetBlob: new Uint8Array(0) };
		const admit = await circle.sign({ kind: 'admit', device, ...who });
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

	private async compact({ page }: Slot, pick: number): Promise<void> {
		if (page) await publishState((pick % 2 ? page.room.book : page.draft).parts);
	}

	/** A sleutelblad, on paper. */
	private async write({ page }: Slot): Promise<void> {
		const made = this.sheets.length < 3 && page && (await makeSheet(page.room));
		if (made) this.sheets.push(made.letters);
	}

	/** In with whatever sheet there is, if the server shows enough of it. */
	private async comeInBySheet(me: Slot, pick: number): Promise<void> {
		const letters = this.sheets[pick % Math.max(1, this.sheets.length)];
		if (!letters || me.isIn) return;
		const coming = me.comesInBySheet(letters, this.roomId);
		await this.settle(35_000);
		await coming;
	}

	private async forge(actor: number, pick: number): Promise<void> {
		const out = this.slots.filter(({ device }) => device && this.takenOut.has(device.id));
		const liar = out[actor % Math.max(1, out.length)];
		const word = liar && (await this.exMembers.forge(liar, pick));
		if (word && this.allKnowOf(liar)) this.refused.push(word);
	}

	/** Whether everybody has a page open that says that this device is out. */
	private allKnowOf({ device }: Slot): boolean {
		const others = this.slots.filter((one) => one.isIn && !this.takenOut.has(one.device!.id));
		const isOut = ({ room }: Page) => room.circle.roster.devices.get(device!.id)?.standing === 'removed';
		return others.every(({ pages }) => pages.length > 0 && pages.every(isOut));
	}

	private async checkSecrecy(): Promise<void> {
		const writer = inside(this.slots)[0]?.page;
		if (!writer) return;
		addStrength(writer.draft.text, 'SECRET');
		addBoardPost(writer.room.book.text, { text: 'SECRET', by: 'p', written: WRITTEN });
		await this.settle(3000);
		for (const slot of this.slots.filter(({ device }) => device && this.takenOut.has(device.id))) {
			if (slot.pages.some((page) => textOf(page).includes('SECRET'))) throw new Broken(`${slot.name} reads on`);
			if (await this.exMembers.finds(slot, 'SECRET')) throw new Broken(`${slot.name} opens what is written now`);
		}
	}
}

/** Words stand between spaces, so that nobody's word ends up inside another's. */
function insertBetweenWords(text: Y.Text, word: string, pick: number): void {
	const before = text.toString();
	const spaces = [...before].flatMap((letter, i) => (letter === ' ' ? [i] : []));
	text.insert(spaces[pick % Math.max(1, spaces.length)] ?? before.length, ` ${word} `);
}
