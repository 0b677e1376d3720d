import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import { generationIdOf } from '#lib/crypto/roster/record.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { editText } from '#lib/documents/editText.ts';
import { addStrength, planText, readStrengths } from '#lib/documents/planDraft.ts';
import type { SealedDocument } from './SealedDocument.ts';
import type { SealedRoom } from './SealedRoom.ts';
import { openRoom, openRoomOf } from './openRoom.ts';
import { CONFERENCE, HandClock, pass, RelayServer, TestDevice, threeInside, until } from './room.fixture.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});

async function circleOfThree() {
	const circle = await threeInside();
	open.push(...circle.rooms);
	const drafts = await Promise.all(circle.rooms.map((room) => room.gathering('g1')));
	const [yaras, hulyas, bass] = drafts as [SealedDocument, SealedDocument, SealedDocument];
	await until(circle.clock, () => drafts.every((one) => one.isOpen));
	return { ...circle, yaras, hulyas, bass, drafts };
}

const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const type = (document: SealedDocument, text: string) => editText(planText(document.text, 'freeText'), text);
const strengths = (document: SealedDocument) => readStrengths(document.text).items.map(({ text }) => text);
const kinds = (room: SealedRoom) => room.notices.map(({ kind }) => kind);
const bytes = (log: Y.Array<unknown>) => log.toArray() as Uint8Array[];

describe('a log that stays small and whole', () => {
	it('[SR30] after two hundred entries one device leaves one state, and who opens then reads all of it', async () => {
		const { clock, server, hulyas, yaras, bass, bas, basRoom } = await circleOfThree();
		for (let i = 0; i < 105; i++) {
			addStrength(hulyas.text, `h${i}`);
			addStrength(yaras.text, `y${i}`);
			await Promise.all([hulyas.flush(), yaras.flush()]);
		}
		expect(server.log('g1').length).toBeGreaterThan(200);
		await until(clock, () => server.log('g1').length < 20);
		await until(clock, () => strengths(bass).length === 210);
		await basRoom.close();
		await (await bas.openStore(basRoom.roomId, 'p-Bas')).change([], await allRows(bas, basRoom, 'update/'));
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => strengths(draft).length === 210);
		expect(kinds(again)).toEqual([]);
	}, 60_000);

	it('[SR31] compacting leaves what it does not know: another generation, a later version, a waiting device', async () => {
		const { clock, server, hulyas, yarasRoom } = await circleOfThree();
		const stranger = await createDevice();
		const { circle } = yarasRoom;
		const generation = circle.roster.writeGeneration!;
		const key = (await circle.keys.entryKey(generation, circle.roster, 'g1'))!;
		const content = { kind: 'edit' as const, update: utf8('x') };
		const waiting = await sealEntry({ roomId: circle.room, document: 'g1' }, generation, key, stranger, { seq: 1, seen: [], content });
		const later = new Uint8Array(240).fill(2);
		const foreign = new Uint8Array(240).fill(1);
		const junk = waiting.slice();
		junk[100]! ^= 1;
		server.log('g1').push([waiting, later, foreign, junk, 'geen bytes', new Uint8Array(7)]);
		for (let i = 0; i < 205; i++) {
			addStrength(hulyas.text, `h${i}`);
			await hulyas.flush();
		}
		await until(clock, () => server.log('g1').length < 20);
		const left = server.log('g1').toArray();
		for (const kept of [waiting, later, foreign]) expect(left).toContainEqual(kept);
		expect(left).not.toContainEqual(junk);
		expect(strengths(hulyas)).toHaveLength(205);
	}, 60_000);

	it('[SR32] what the server loses, a device that has it gives back', async () => {
		const { clock, server, yaras, drafts } = await circleOfThree();
		type(yaras, 'Hülya past het rooster aan');
		await until(clock, () => drafts.every((one) => free(one) !== ''));
		server.log('g1').delete(0, server.log('g1').length);
		await until(clock, () => server.log('g1').length > 0);
		await pass(clock, 15);
		// Each of three may have done it, none more than once.
		const entries = server.log('g1').length;
		expect(entries).toBeLessThanOrEqual(3);
		await pass(clock, 90);
		expect(server.log('g1').length).toBe(entries);
	});

	it('[SR23] a server restored from an old backup is noticed, told, and healed from the device', async () => {
		const { clock, server, hulya, bas, basRoom, yarasRoom, hulyasRoom, yaras, bass } = await circleOfThree();
		const backup = new Map([...server.rooms].map(([name, doc]) => [name, Y.encodeStateAsUpdate(doc)]));
		type(yaras, 'Na de reservekopie');
		await until(clock, () => free(bass) !== '');
		await pass(clock, 3);
		for (const room of [yarasRoom, hulyasRoom, basRoom]) await room.close();
		server.rooms.clear();
		for (const [name, state] of backup) Y.applyUpdate(server.doc(name), state);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		expect(free(draft)).toBe('Na de reservekopie');
		const entries = server.log('g1').length;
		await until(clock, () => server.log('g1').length > entries);
		// Given back before the ten seconds were over, so nothing needs to be said (told.test.ts: when it is not).
		await pass(clock, 15);
		expect(kinds(again)).toEqual([]);
		const hulyasNew = await hulya.page();
		open.push(hulyasNew);
		const hers = await hulyasNew.gathering('g1');
		await until(clock, () => hers.isOpen && free(hers) === 'Na de reservekopie');
	});

	it('[SR32] all at the server is gone: whoever opens first publishes the room again, and a newcomer reads it', async () => {
		const { clock, server, bas, rooms, yaras, bass } = await circleOfThree();
		type(yaras, 'Marleen is contactpersoon');
		await until(clock, () => free(bass) !== '');
		await pass(clock, 3);
		for (const room of rooms) await room.close();
		server.rooms.clear();
		const again = await bas.page();
		open.push(again);
		await again.gathering('g1');
		const marleen = new TestDevice('Marleen', server, clock);
		await until(clock, () => again.book.isOpen);
		const marleensRoom = await marleen.isLetInBy(again);
		open.push(marleensRoom);
		const draft = await marleensRoom.gathering('g1');
		await until(clock, () => free(draft) === 'Marleen is contactpersoon');
		await until(clock, () => draft.isOpen);
		expect(marleensRoom.devices.map(({ name }) => name)).toContain('Yara');
	});

	it('[SR24] a server that poisoned the outer document blocks nothing after the next opening', async () => {
		const { clock, server, rooms, bas, yaras, bass } = await circleOfThree();
		type(yaras, 'Bas brengt de kinderen');
		await until(clock, () => free(bass) !== '');
		await pass(clock, 3);
		// The same clients and clocks as before, with other content.
		const poisoned = new Map<string, Uint8Array>();
		for (const [name, doc] of server.rooms) {
			const false_ = new Y.Doc();
			for (const client of doc.store.clients.keys()) {
				const liar = new Y.Doc();
				liar.clientID = client;
				liar.getArray('log').push(Array.from({ length: 40 }, () => new Uint8Array(240).fill(9)));
				Y.applyUpdate(false_, Y.encodeStateAsUpdate(liar));
			}
			poisoned.set(name, Y.encodeStateAsUpdate(false_));
		}
		for (const room of rooms) await room.close();
		server.rooms.clear();
		for (const [name, state] of poisoned) Y.applyUpdate(server.doc(name), state);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => draft.counts.accepted > 0);
		expect(free(draft)).toBe('Bas brengt de kinderen');
	});
});

describe('a server that lies', () => {
	it('[SR16] [SR21] flipped, moved, and repeated entries change nothing', async () => {
		const { clock, server, yaras, bass } = await circleOfThree();
		type(yaras, 'Om acht uur weg');
		await until(clock, () => free(bass) === 'Om acht uur weg');
		const entry = bytes(server.log('g1')).at(-1)!;
		const flipped = entry.slice();
		flipped[60]! ^= 4;
		server.log('g1').push([flipped, entry.slice(), bytes(server.log('book'))[0]!]);
		await until(clock, () => bass.counts.junk === 2);
		expect(free(bass)).toBe('Om acht uur weg');
		await pass(clock, 15);
		expect(bass.notices.all).toEqual([]);
	});

	it('[SR17] an entry of a device nobody let in waits, whatever it says of itself', async () => {
		const { clock, server, yarasRoom, bass } = await circleOfThree();
		const ghost = await createDevice();
		const { circle } = yarasRoom;
		const generation = circle.roster.writeGeneration!;
		const key = (await circle.keys.entryKey(generation, circle.roster, 'g1'))!;
		const forged = new Y.Doc();
		forged.getText('freeText').insert(0, 'Ruben krijgt de kinderen');
		const content = { kind: 'edit' as const, update: new Uint8Array(Y.encodeStateAsUpdateV2(forged)) };
		const place = { roomId: circle.room, document: 'g1' };
		const named = { ...ghost, id: circle.device.id };
		const seal = (device: typeof ghost) => sealEntry(place, generation, key, device, { seq: 9, seen: [], content });
		server.log('g1').push([await seal(ghost), await seal(named)]);
		await until(clock, () => bass.counts.waiting === 1 && bass.counts.junk === 1);
		expect(free(bass)).toBe('');
	});

	it('[SR14] a missing or spoilt lockbox is written again by somebody else', async () => {
		const { clock, server, bas, basRoom } = await circleOfThree();
		const { circle } = basRoom;
		const name = `b/${circle.roster.writeGeneration}/${circle.device.id}`;
		const env = server.find('book').getMap('env');
		await until(clock, () => env.get(name) instanceof Uint8Array);
		await pass(clock, 61);
		env.delete(name);
		server.log('book').push([new Uint8Array(3)]);
		await until(clock, () => env.get(name) instanceof Uint8Array);
		await pass(clock, 61);
		await basRoom.close();
		const spoilt = new Uint8Array(158).fill(1);
		env.set(name, spoilt);
		await (await bas.openStore(basRoom.roomId, 'p-Bas')).change([], await allRows(bas, basRoom, 'generation/'));
		const again = await bas.page();
		open.push(again);
		await until(clock, () => again.book.isOpen, 'Bas has a key again');
		expect(env.get(name)).not.toEqual(spoilt);
	});

	it('[SR11] [SR12] after a removal with a new key all others go on under it, and the one taken out gets no box', async () => {
		const { clock, server, yarasRoom, hulyasRoom, basRoom, yaras, hulyas, bass } = await circleOfThree();
		const { circle, book } = yarasRoom;
		const { id } = basRoom.circle.device;
		const key = randomBytes(32);
		const remove = await circle.sign({ kind: 'remove', devices: [id] });
		const made = await circle.sign({ kind: 'generation', commit: await commitTo(key, circle.room) });
		await circle.learnKey(generationIdOf(made), key);
		await book.publishRecords([remove.bytes, made.bytes]);
		await until(clock, () => hulyasRoom.circle.roster.writeGeneration === generationIdOf(made) && hulyas.isOpen);
		type(hulyas, 'Dit leest Bas niet meer');
		await until(clock, () => free(yaras) === 'Dit leest Bas niet meer');
		await pass(clock, 30);
		const names = [...server.find('book').getMap('env').keys()].filter((name) => name.includes(generationIdOf(made)));
		expect(names).toHaveLength(2);
		expect(names.filter((name) => name.endsWith(id))).toEqual([]);
		expect(free(bass)).toBe('');
		expect(bass.counts.foreign).toBeGreaterThan(0);
	});

	it('[SR12] [SR19] who was taken out is no longer read, and nobody writes under the old key', async () => {
		const { clock, server, bas, bass, hulyas, yaras, yarasRoom, hulyasRoom, basRoom } = await circleOfThree();
		type(bass, 'Dit was er al');
		await until(clock, () => free(hulyas) === 'Dit was er al');
		// News of it reaches Hülya and not Bas, who goes on writing.
		const bookOfBas = bas.wires.find(({ room }) => room.endsWith('book'))!;
		const deliver = bookOfBas.deliver;
		bookOfBas.deliver = () => undefined;
		server.log('book').push([await takenOut(yarasRoom, basRoom.circle.device.id)]);
		await until(clock, () => !hulyas.isOpen, 'Hülya knows');
		addStrength(bass.text, 'Na de verwijdering');
		await until(clock, () => hulyas.counts.refused > 0);
		expect(strengths(hulyas)).toEqual([]);
		expect(free(hulyas)).toBe('Dit was er al');
		// Nobody made a new key with the removal: somebody does now, and Hülya's words go out under that one.
		type(hulyas, 'Dit was er al, en dit leest Bas niet');
		await until(clock, () => free(yaras) === 'Dit was er al, en dit leest Bas niet');
		expect(hulyasRoom.circle.roster.writeGeneration).not.toBe(basRoom.circle.roster.writeGeneration);
		bookOfBas.deliver = deliver;
		bookOfBas.cut();
		bookOfBas.retry();
		await until(clock, () => kinds(basRoom).includes('notInside'));
		expect(free(bass)).toBe('Dit was er al');
	});

	it('[SR1] a room that the server offers instead is not opened', async () => {
		const { server, clock, bas, basRoom } = await circleOfThree();
		const ruben = new TestDevice('Ruben', server, clock);
		const other = await ruben.begins();
		open.push(other);
		expect(await bas.pins.pin('rustinhuis00001', 'p-Bas', other.roomId)).toBe(false);
		expect(await bas.pins.read('rustinhuis00001', 'p-Bas')).toBe(basRoom.roomId);
	});

	it('[SR1] a room that the server says was begun already, and nobody let Riet in to, is not hers', async () => {
		const [clock, server] = [new HandClock(), new RelayServer()];
		// The server's own, in Yara's name: it names it, and shows all of it.
		const false_ = await new TestDevice('Yara', server, clock, 99).begins();
		open.push(false_);
		await until(clock, () => false_.book.isStored);
		const riet = new TestDevice('Riet', server, clock);
		const { pins, openStore, ports } = riet;
		const { roomId } = false_;
		await pass(clock, 20);
		const before = server.frames.length;
		expect(await openRoom(CONFERENCE, 'p-Riet', { pins, openStore, ports })).toBeNull();
		expect(await openRoomOf(roomId, CONFERENCE, 'p-Riet', { pins, openStore, ports })).toBeNull();
		await pass(clock, 20);
		expect([await pins.read(CONFERENCE, 'p-Riet'), riet.wires.length, server.frames.length]).toEqual([null, 0, before]);
		const store = await openStore(roomId, 'p-Riet');
		expect([await store.list(''), await store.readDevice()]).toEqual([[], null]);
		// What she begins herself is another room, and the first gets nothing of it.
		const own = await riet.begins();
		open.push(own);
		await until(clock, () => own.book.isStored);
		expect(own.roomId).not.toBe(roomId);
		expect(own.circle.live.map(({ name }) => name)).toEqual(['Riet']);
		expect(false_.circle.live.map(({ name }) => name)).toEqual(['Yara']);
	});
});

describe('a member who spoils', () => {
	async function asBas(circle: Awaited<ReturnType<typeof circleOfThree>>, seq: number, update: Uint8Array) {
		const { circle: inside } = circle.basRoom;
		const generation = inside.roster.writeGeneration!;
		const key = (await inside.keys.entryKey(generation, inside.roster, 'g1'))!;
		const content = { kind: 'edit' as const, update: new Uint8Array(update) };
		return sealEntry({ roomId: inside.room, document: 'g1' }, generation, key, inside.device, { seq, seen: [], content });
	}

	it('[SR29] an update that is none is told and stops neither reading nor compacting', async () => {
		const circle = await circleOfThree();
		const { clock, server, yaras, hulyas, hulyasRoom } = circle;
		server.log('g1').push([await asBas(circle, 50, utf8('dit is geen update'))]);
		type(yaras, 'Gewoon verder');
		await until(clock, () => free(hulyas) === 'Gewoon verder');
		expect(kinds(hulyasRoom)).toContain('unreadable');
		for (let i = 0; i < 205; i++) {
			addStrength(hulyas.text, `h${i}`);
			await hulyas.flush();
		}
		await until(clock, () => server.log('g1').length < 20);
	}, 60_000);

	it('[SR21] [SR22] two versions of one number, and a number left out, are told with whose they are', async () => {
		const circle = await circleOfThree();
		const { clock, server, hulyas, hulyasRoom, basRoom } = circle;
		const text = (words: string) => {
			const doc = new Y.Doc();
			doc.getText('freeText').insert(0, words);
			return Y.encodeStateAsUpdateV2(doc);
		};
		server.log('g1').push([await asBas(circle, 1, text('een')), await asBas(circle, 1, text('twee')), await asBas(circle, 7, text('drie'))]);
		await until(clock, () => ['een', 'twee', 'drie'].every((words) => free(hulyas).includes(words)));
		expect(kinds(hulyasRoom)).toEqual(['twoVersions']);
		await until(clock, () => kinds(hulyasRoom).includes('gap'));
		expect(hulyasRoom.notices.every(({ about }) => basRoom.circle.device.id.startsWith(about))).toBe(true);
	});
});

/** A removal as Yara's device tells it, under the key it still has. */
async function takenOut({ circle }: SealedRoom, device: DeviceId): Promise<Uint8Array> {
	const remove = await circle.sign({ kind: 'remove', devices: [device] });
	const generation = [...circle.roster.generations.keys()][0]!;
	const key = (await circle.keys.entryKey(generation, circle.roster, 'book'))!;
	const content = { kind: 'records' as const, records: [remove.bytes] };
	const place = { roomId: circle.room, document: 'book' };
	return sealEntry(place, generation, key, circle.device, { seq: 99, seen: [], content });
}

async function allRows(device: TestDevice, room: SealedRoom, prefix: string): Promise<string[]> {
	const store = await device.openStore(room.roomId, device.who.person);
	return (await store.list(prefix)).map(({ name }) => name);
}
