import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import { makeLockbox } from '#lib/crypto/lockbox/makeLockbox.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { HOW, type RecordContent, type RecordId } from '#lib/crypto/roster/record.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { removeDevices } from '../removal/remove.ts';
import { boxName } from './boxesDue.ts';
import { pass, TestDevice, threeLetIn, until } from './room.fixture.ts';
import type { SealedDocument } from './SealedDocument.ts';
import type { SealedRoom } from './SealedRoom.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});
async function circleOfThree() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	const env = circle.server.find('book').getMap<Uint8Array>('env');
	return { ...circle, env };
}
const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const type = (document: SealedDocument, text: string) => editText(planText(document.text, 'freeText'), text);
const kinds = (room: SealedRoom) => room.notices.map(({ kind }) => kind);
const admitOf = (device: Device, name: string): RecordContent => ({
	kind: 'admit',
	device,
	person: `p-${name}`,
	name,
	label: '',
	how: HOW.qr,
	flags: 0,
	sheetBlob: new Uint8Array(0)
});

/** Lines of the roster as somebody with a key of the room would bring them in. */
async function sealed({ circle }: SealedRoom, records: Uint8Array[], by: Device = circle.device, seq = 70) {
	const generation = [...circle.roster.generations.keys()].find((id) => circle.keys.proven(id, circle.roster))!;
	const key = (await circle.keys.entryKey(generation, circle.roster, 'book'))!;
	const content = { kind: 'records' as const, records: records.map((bytes) => new Uint8Array(bytes)) };
	return sealEntry({ roomId: circle.room, document: 'book' }, generation, key, by, { seq, seen: [], content });
}

describe('a server that shows each device something else', () => {
	it('[SR3] a line whose past it holds back waits without effect, and after ten seconds that is said', async () => {
		const { clock, server, bas, yarasRoom, basRoom } = await circleOfThree();
		await basRoom.close();
		const [gino, marleen] = [await createDevice(), await createDevice()];
		await yarasRoom.circle.sign(admitOf(gino, 'Gino'));
		const second = await sealed(yarasRoom, [(await yarasRoom.circle.sign(admitOf(marleen, 'Marleen'))).bytes]);
		// Everything but the line in between.
		bas.isShown(server.fork((document, items) => (document === 'book' ? [...items, second] : items)));
		const again = await bas.page();
		open.push(again);
		await until(clock, () => again.book.isUpToDate && again.circle.waitingRecords === 1);
		expect(again.circle.roster.devices.get(marleen.id)).toBeUndefined();
		expect(kinds(again)).toEqual([]);
		await until(clock, () => kinds(again).includes('recordsMissing'));
	});

	it('[SR18] text that stands before the line that lets its writer in is read, and of who is out it is not', async () => {
		const { clock, server, bas, yarasRoom, hulyasRoom, hulyas, basRoom, yaras } = await circleOfThree();
		await basRoom.close();
		const gino = await new TestDevice('Gino', server, clock).isLetInBy(yarasRoom);
		open.push(gino);
		const ginos = await gino.gathering('g1');
		await until(clock, () => ginos.isOpen);
		type(ginos, 'Gino haalt Milan op.');
		await until(clock, () => free(yaras) !== '' && free(hulyas) !== '');
		const hulyasWords = server.log('g1').length;
		type(hulyas, 'Gino haalt Milan op. En Hülya?');
		await until(clock, () => server.log('g1').length > hulyasWords && free(yaras).endsWith('?'));
		const before = server.log('g1').toArray();
		await removeDevices(yarasRoom, [hulyasRoom.circle.device.id]);
		await until(clock, () => hulyasRoom.standing === 'removed');
		// The gathering as it was, and the book backwards, with the line about Hülya in it.
		bas.isShown(server.fork((document, items) => (document === 'book' ? [...items].reverse() : before)));
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => free(draft) !== '' && draft.counts.refused > 0);
		expect(free(draft)).toBe('Gino haalt Milan op.');
	});

	it('[SR39] an older word of who is where, played again, changes nothing', async () => {
		const { clock, yara, bas, basRoom, yarasRoom } = await circleOfThree();
		const line = basRoom.book.presence;
		const places = () => yarasRoom.book.presence.others.filter(({ name }) => name === 'Bas').map(({ says }) => says);
		line.say({ where: 'agreements' });
		await until(clock, () => JSON.stringify(places()).includes('agreements'));
		const [from, to] = [bas, yara].map(({ wires }) => wires.find(({ room }) => room.endsWith('book'))!);
		const old = from!.awareness.getLocalState();
		line.say({ where: 'notes' });
		await until(clock, () => JSON.stringify(places()).includes('notes'));
		const replay = new Awareness(new Y.Doc());
		replay.clientID = from!.awareness.clientID;
		for (let i = 0; i < 50; i++) replay.setLocalState(old);
		applyAwarenessUpdate(to!.awareness, encodeAwarenessUpdate(replay, [replay.clientID]), to);
		replay.destroy();
		await pass(clock, 1);
		expect(places()).toEqual([{ where: 'notes' }]);
	});
});

describe('keys that somebody else puts there', () => {
	it('[SR10] a box with another key in it is thrown out, and nothing is sealed with that key', async () => {
		const { clock, env, bas, basRoom, yaras } = await circleOfThree();
		const { circle } = basRoom;
		const generation = circle.roster.writeGeneration!;
		await pass(clock, 61);
		await basRoom.close();
		const store = await bas.openStore(basRoom.roomId, 'p-Bas');
		await store.change([], (await store.list('generation/')).map(({ name }) => name));
		const false_ = await makeLockbox(circle.room, generation, randomBytes(32), circle.device);
		env.set(boxName(generation, circle.device), false_);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => draft.isOpen, 'the true box came back');
		expect(env.get(boxName(generation, circle.device))).not.toEqual(false_);
		type(draft, 'Nog steeds dezelfde sleutel');
		await until(clock, () => free(yaras) === 'Nog steeds dezelfde sleutel');
	});

	it('[SR11] a ghost that lets itself in, or that somebody who is out lets in, gets no box', async () => {
		const { clock, server, env, yarasRoom, hulyasRoom, basRoom } = await circleOfThree();
		const [ghost, second] = [await createDevice(), await createDevice()];
		const { room, roster } = basRoom.circle;
		const self = await signRecord(room, ghost, roster.heads, admitOf(ghost, 'geest'));
		const entrance = basRoom.circle.me!.record;
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		// Dated back to when Bas had just come in; sealed with the key that he still has.
		const backdated = await signRecord(room, basRoom.circle.device, [entrance], admitOf(second, 'geest twee'));
		server.log('book').push([await sealed(basRoom, [self.bytes, backdated.bytes], basRoom.circle.device)]);
		await until(clock, () => hulyasRoom.circle.roster.devices.get(second.id) !== undefined);
		await pass(clock, 90);
		expect(hulyasRoom.circle.roster.devices.get(second.id)!.standing).toBe('waiting');
		expect([...env.keys()].filter((name) => name.endsWith(ghost.id) || name.endsWith(second.id))).toEqual([]);
	});

	it('[SR5] a line that is not well-formed is named by nobody, so what comes after it takes effect', async () => {
		const { clock, server, yarasRoom, hulyasRoom, hulyas, basRoom, yaras } = await circleOfThree();
		const gino = await new TestDevice('Gino', server, clock).isLetInBy(yarasRoom);
		open.push(gino);
		await until(clock, () => hulyasRoom.circle.live.length === 4);
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => basRoom.standing === 'removed');
		const after = basRoom.circle.roster.heads as RecordId[];
		const late = await signRecord(basRoom.circle.room, basRoom.circle.device, after, { kind: 'generation', commit: randomBytes(32) });
		server.log('book').push([await sealed(basRoom, [late.bytes], basRoom.circle.device)]);
		await pass(clock, 2);
		expect(await removeDevices(hulyasRoom, [gino.circle.device.id])).toBe('removed');
		await until(clock, () => yarasRoom.circle.roster.devices.get(gino.circle.device.id)?.standing === 'removed');
		type(hulyas, 'Met zijn tweeën');
		await until(clock, () => free(yaras) === 'Met zijn tweeën');
	});

	it('[SR13] where it cannot be done whole, nothing of a removal has happened', async () => {
		const { clock, server, yarasRoom, basRoom } = await circleOfThree();
		await pass(clock, 20);
		const { circle } = yarasRoom;
		const [steps, roster] = [server.frames.length, circle.roster];
		circle.takeUp = () => false;
		expect(await removeDevices(yarasRoom, [basRoom.circle.device.id])).toBe('notNow');
		expect([server.frames.length, circle.roster]).toEqual([steps, roster]);
		expect(basRoom.standing).toBe('live');
	});

	it('[SR13] news that comes while it is built is in it: the newcomer of that moment has a box too', async () => {
		const { clock, env, yarasRoom, hulyasRoom, basRoom } = await circleOfThree();
		const gino = await createDevice();
		const removing = removeDevices(yarasRoom, [basRoom.circle.device.id]);
		const admit = await hulyasRoom.circle.sign(admitOf(gino, 'Gino'));
		await hulyasRoom.book.publishRecords([admit.bytes]);
		expect(await removing).toBe('removed');
		await until(clock, () => hulyasRoom.circle.roster.devices.get(basRoom.circle.device.id)?.standing === 'removed');
		await until(clock, () => env.has(boxName(hulyasRoom.circle.roster.writeGeneration!, gino)));
	});

	it('[SR15] what is no entry and what is no box is skipped and counted, and a true box takes its place', async () => {
		const { clock, server, env, bass, basRoom } = await circleOfThree();
		const name = boxName(basRoom.circle.roster.writeGeneration!, basRoom.circle.device);
		await pass(clock, 61);
		server.log('g1').push(['geen bytes', new Uint8Array(236).fill(1), new Uint8Array(1024 * 1024 + 1).fill(1)]);
		env.set(name, new Uint8Array(157).fill(1));
		env.set('b/geen/naam', new Uint8Array(158));
		await until(clock, () => bass.counts.unfit === 3);
		await until(clock, () => env.get(name)?.length === 158);
		expect(kinds(basRoom)).toEqual([]);
	});

	it('[SR33] old boxes stay while a gathering that is not open here may need them', async () => {
		const { clock, env, yara, hulya, bas, rooms, basRoom, yarasRoom, yaras, drafts } = await circleOfThree();
		type(yaras, 'Onder de eerste sleutel');
		await until(clock, () => drafts.every((one) => free(one) !== ''));
		await pass(clock, 10);
		const first = yarasRoom.circle.roster.writeGeneration!;
		for (const room of rooms) await room.close();
		const [yarasBook, hulyasBook] = [await yara.page(), await hulya.page()];
		open.push(yarasBook, hulyasBook);
		await until(clock, () => yarasBook.book.isOpen && hulyasBook.book.isOpen);
		await removeDevices(yarasBook, [basRoom.circle.device.id]);
		await pass(clock, 120);
		const old = () => [...env.keys()].filter((name) => name.startsWith(`b/${first}`));
		expect(old()).toHaveLength(2);
		expect(old().some((name) => name.endsWith(basRoom.circle.device.id))).toBe(false);
		await hulyasBook.gathering('g1');
		await until(clock, () => old().length === 0);
		expect(bas.forgotten).toEqual([]);
	});

	it('[SR42] a flood of lines by somebody inside closes the gate, for one that matters may be missing', async () => {
		const { clock, server, yarasRoom, hulyas, hulyasRoom, basRoom } = await circleOfThree();
		const { device, room, roster } = basRoom.circle;
		// Lines that change nothing but their number: it is the limit that stops what follows.
		const flood = await Promise.all(
			Array.from({ length: 1000 }, () => signRecord(room, device, roster.heads, { kind: 'keep', close: randomBytes(32) }))
		);
		server.log('book').push([await sealed(basRoom, flood.map(({ bytes }) => bytes), device)]);
		await until(clock, () => kinds(hulyasRoom).includes('tooLarge') && kinds(yarasRoom).includes('tooLarge'));
		type(hulyas, 'Dit blijft hier');
		await until(clock, () => hulyas.where.state === 'onDevice');
		await pass(clock, 10);
		expect(hulyas.where.state).toBe('onDevice');
	});
});
