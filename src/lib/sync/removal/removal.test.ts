import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { NotAllowed } from '../admission.ts';
import { boxName } from '../sealedRoom/boxesDue.ts';
import { pass, TestDevice, threeLetIn, until } from '../sealedRoom/room.fixture.ts';
import type { SealedDocument } from '../sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { askOut, takeBack } from './askOut.ts';
import { ownBefore, stillMine } from './ownBefore.ts';
import { everythingOf, removeDevices } from './remove.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});
async function circleOfThree() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	return circle;
}
const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const type = (document: SealedDocument, text: string) => editText(planText(document.text, 'freeText'), text);
const kinds = (room: SealedRoom) => room.notices.map(({ kind }) => kind);

describe('somebody is taken out', () => {
	it('[SR13] removal, new key, text, boxes and deletions are one step for everybody else', async () => {
		const { clock, server, yaras, yarasRoom, basRoom, hulyas } = await circleOfThree();
		type(yaras, 'Riet slaapt hier op woensdag');
		await until(clock, () => free(hulyas) !== '' && yaras.where.state === 'sent');
		await pass(clock, 20);
		const steps = server.frames.length;
		expect(await removeDevices(yarasRoom, [basRoom.circle.device.id])).toBe('removed');
		expect(server.frames.length).toBe(steps + 1);
		const { writeGeneration, devices } = yarasRoom.circle.roster;
		const boxes = [...server.find('book').getMap('env').keys()].filter((name) => name.startsWith(`b/${writeGeneration}`));
		const live = [...devices.values()].filter(({ standing }) => standing === 'live');
		expect(boxes.sort()).toEqual(live.map((device) => boxName(writeGeneration!, device)).sort());
		// What they could read of the roster and the removal, for those who are out, and one state for the others.
		expect(server.log('book').length).toBe(2);
		expect(server.told).toContain('out p-Bas');
	});

	it('[SR12] the others go on under the new key, in every document, and old boxes go', async () => {
		const { clock, server, yaras, yarasRoom, hulyasRoom, hulyas, basRoom, bass } = await circleOfThree();
		const before = yarasRoom.circle.roster.writeGeneration!;
		type(bass, 'Dit was er al.');
		await until(clock, () => free(hulyas) === 'Dit was er al.' && bass.where.seenBy.length === 2);
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => hulyasRoom.circle.roster.writeGeneration !== before && hulyas.isOpen);
		type(hulyas, 'Dit was er al. Dit leest Bas niet.');
		await until(clock, () => free(yaras) === 'Dit was er al. Dit leest Bas niet.');
		await until(clock, () => server.log('g1').length === 1 || free(bass) !== 'Dit was er al.');
		expect(free(bass)).toBe('Dit was er al.');
		// The gathering is sealed again under the new key, so nobody who comes later needs the old one.
		await until(clock, () => ![...server.find('book').getMap('env').keys()].some((name) => name.startsWith(`b/${before}`)));
		const marleensRoom = await new TestDevice('Marleen', server, clock).isLetInBy(yarasRoom);
		open.push(marleensRoom);
		const marleens = await marleensRoom.gathering('g1');
		await until(clock, () => marleens.isOpen && free(marleens) === 'Dit was er al. Dit leest Bas niet.');
		expect(kinds(marleensRoom)).toEqual([]);
	});

	it('[SR36] the device that was taken out is told so, keeps what it has, and is read no longer', async () => {
		const { clock, bas, yarasRoom, hulyas, basRoom, bass } = await circleOfThree();
		type(bass, 'Bas brengt de kinderen');
		await until(clock, () => free(hulyas) !== '');
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => basRoom.standing === 'removed');
		expect(kinds(basRoom)).toContain('notInside');
		type(bass, 'Bas brengt de kinderen en haalt ze');
		await until(clock, () => bass.where.state === 'onDevice');
		await pass(clock, 20);
		expect(bass.where.state).toBe('onDevice');
		expect(free(hulyas)).toBe('Bas brengt de kinderen');
		await basRoom.close();
		const again = await bas.page();
		open.push(again);
		expect(free(await again.gathering('g1'))).toBe('Bas brengt de kinderen en haalt ze');
	});

	it('[SR4] two that take out each other are both out; the third has a key again within seconds', async () => {
		const { clock, yara, bas, yarasRoom, hulyasRoom, hulyas, basRoom } = await circleOfThree();
		yara.goesOffline();
		bas.goesOffline();
		const books = [yara, bas].map(({ wires }) => wires.find(({ room }) => room.endsWith('book'))!);
		// Each does it before the other's news arrives.
		for (const wire of books) wire.retry();
		const [one, other] = [basRoom.circle.device.id, yarasRoom.circle.device.id];
		await until(clock, () => yarasRoom.book.isOpen && basRoom.book.isOpen);
		const outcomes = await Promise.all([removeDevices(yarasRoom, [one]), removeDevices(basRoom, [other])]);
		expect(outcomes).toEqual(['removed', 'removed']);
		await until(clock, () => hulyasRoom.circle.live.length === 1);
		await until(clock, () => hulyas.isOpen);
		type(hulyas, 'Ik ben er nog');
		await until(clock, () => hulyas.where.state === 'sent');
	});

	it('[SR5] a device that is not live, not connected or not up to date takes nobody out', async () => {
		const { clock, yara, yarasRoom, hulyasRoom, basRoom } = await circleOfThree();
		yara.goesOffline();
		expect(await removeDevices(yarasRoom, [basRoom.circle.device.id])).toBe('notNow');
		expect(yarasRoom.circle.roster.devices.get(basRoom.circle.device.id)?.standing).toBe('live');
		await removeDevices(hulyasRoom, [basRoom.circle.device.id]);
		await until(clock, () => basRoom.standing === 'removed');
		expect(await removeDevices(basRoom, [hulyasRoom.circle.device.id])).toBe('notNow');
	});

	it('[SR7] invitations for somebody who is out die on every device that made them', async () => {
		const { clock, hulya, yara, yarasRoom, basRoom } = await circleOfThree();
		const everything = everythingOf(yarasRoom, 'p-Bas').map(({ id }) => id);
		expect(everything).toEqual([basRoom.circle.device.id]);
		await removeDevices(yarasRoom, everything);
		await until(clock, () => hulya.forgotten.includes('p-Bas'));
		expect([yara.forgotten, hulya.forgotten]).toEqual([['p-Bas'], ['p-Bas']]);
	});

	it('[SR9] a newcomer is shown to each member with who let it in, until tapped away there', async () => {
		const { clock, server, hulya, yarasRoom, hulyasRoom, basRoom, rooms } = await circleOfThree();
		// Who came last knows everybody who was there before.
		expect(rooms.map(({ unmet }) => unmet.map(({ name }) => name).sort())).toEqual([['Bas', 'Hülya'], ['Bas'], []]);
		const [hulyasDevice, basDevice] = [hulyasRoom, basRoom].map((room) => room.circle.device.id);
		await yarasRoom.newcomers.meet([hulyasDevice!, basDevice!]);
		const marleensRoom = await new TestDevice('Marleen', server, clock).isLetInBy(basRoom);
		open.push(marleensRoom);
		await until(clock, () => rooms.every(({ unmet }) => unmet.some(({ name }) => name === 'Marleen')));
		expect(yarasRoom.unmet).toMatchObject([{ name: 'Marleen', letInBy: basDevice, how: 1, since: clock.now() }]);
		expect(marleensRoom.unmet).toEqual([]);
		await hulyasRoom.newcomers.meet(hulyasRoom.unmet.map(({ id }) => id));
		await hulyasRoom.close();
		const again = await hulya.page();
		open.push(again);
		expect(again.unmet).toEqual([]);
		expect(yarasRoom.unmet).toHaveLength(1);
	});

	it('[RM2] where it takes two, the first press changes nothing inside, can be taken back, and the second takes out', async () => {
		const { clock, server, yarasRoom, hulyasRoom, basRoom } = await circleOfThree();
		const everything = everythingOf(yarasRoom, 'p-Bas').map(({ id }) => id);
		server.admission.letOut = async () => 'needsAnother';
		expect(await askOut(yarasRoom, 'p-Bas', everything)).toBe('asked');
		await pass(clock, 20);
		expect([basRoom.standing, hulyasRoom.circle.live.length]).toEqual(['live', 3]);
		expect(await takeBack(yarasRoom, 'p-Bas')).toBe(true);
		expect(server.told).toContain('keep p-Bas');
		server.admission.letOut = async () => 'done';
		expect(await askOut(hulyasRoom, 'p-Bas', everything)).toBe('removed');
		await until(clock, () => basRoom.standing === 'removed');
	});

	it('[SR36] what the server does not take changes nothing inside, and it is said', async () => {
		const { clock, server, yarasRoom, basRoom } = await circleOfThree();
		const everything = everythingOf(yarasRoom, 'p-Bas').map(({ id }) => id);
		server.admission.letOut = () => Promise.reject(new NotAllowed('letOut'));
		expect(await askOut(yarasRoom, 'p-Bas', everything)).toBe('notAllowed');
		server.admission.letOut = () => Promise.reject(new Error('away'));
		server.admission.keepIn = () => Promise.reject(new Error('away'));
		expect(await askOut(yarasRoom, 'p-Bas', everything)).toBe('offline');
		expect(await takeBack(yarasRoom, 'p-Bas')).toBe(false);
		await pass(clock, 20);
		expect(basRoom.standing).toBe('live');
	});

	it('[SR4] on a new phone the old one is asked about, until it is out or said to be still in hand; never the other way', async () => {
		const { clock, server, hulyasRoom, yarasRoom } = await circleOfThree();
		const phone = new TestDevice('Hülya', server, clock, 99);
		const newRoom = await phone.isLetInBy(yarasRoom);
		open.push(newRoom);
		await until(clock, () => newRoom.book.isOpen && newRoom.circle.live.length === 4 && hulyasRoom.circle.live.length === 4);
		const old = hulyasRoom.circle.device.id;
		expect((await ownBefore(newRoom)).map(({ id }) => id)).toEqual([old]);
		expect(await ownBefore(hulyasRoom)).toEqual([]);
		await stillMine(newRoom, [old]);
		expect(await ownBefore(newRoom)).toEqual([]);
		expect(await removeDevices(newRoom, [old])).toBe('removed');
		await until(clock, () => hulyasRoom.standing === 'removed');
	});

	it('[SR23] says when it last heard of somebody, by its own clock, also after a reload', async () => {
		const { clock, yara, yarasRoom, bas, basRoom, bass } = await circleOfThree();
		const heard = () => yarasRoom.devices.find(({ name }) => name === 'Bas')!.lastHeard;
		type(bass, 'Bas brengt de kinderen');
		await until(clock, () => heard() !== null && bass.where.seenBy.includes('Yara'));
		bas.goesOffline();
		await pass(clock, 40);
		const last = heard()!;
		await pass(clock, 600);
		expect(heard()).toBe(last);
		bas.comesBack();
		await until(clock, () => basRoom.book.isOpen && heard()! > last + 600_000);
		await basRoom.close();
		await yarasRoom.close();
		const again = await yara.page();
		open.push(again);
		expect(again.devices.find(({ name }) => name === 'Bas')!.lastHeard).toBeGreaterThan(last + 500_000);
	});
});
