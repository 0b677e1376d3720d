import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { editText } from '#lib/documents/editText.ts';
import { addStrength, planText, readStrengths } from '#lib/documents/planDraft.ts';
import { addBoardPost, readBoard } from '#lib/documents/circleBook.ts';
import type { SealedDocument } from './SealedDocument.ts';
import type { SealedRoom } from './SealedRoom.ts';
import { pass, TestDevice, threeInside, until } from './room.fixture.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
async function circleOfThree() {
	const circle = await threeInside();
	open.push(...circle.rooms);
	const drafts = await Promise.all(circle.rooms.map((room) => room.gathering('g1')));
	const [yaras, hulyas, bass] = drafts as [SealedDocument, SealedDocument, SealedDocument];
	return { ...circle, yaras, hulyas, bass, drafts };
}
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});

const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const type = (document: SealedDocument, text: string) => editText(planText(document.text, 'freeText'), text);
const strengths = (document: SealedDocument) => readStrengths(document.text).items.map(({ text }) => text);

describe('the sealed room', () => {
	it('[SR8] Yara begins; lets in Hülya and Bas, and each sees who let in whom', async () => {
		const { hulyasRoom, rooms } = await circleOfThree();
		const names = hulyasRoom.devices.map(({ name, label }) => `${name} (${label})`).sort();
		expect(names).toEqual(['Bas (telefoon)', 'Hülya (telefoon)', 'Yara (telefoon)']);
		expect(rooms.map(({ standing }) => standing)).toEqual(['live', 'live', 'live']);
		expect(rooms.flatMap(({ notices }) => notices)).toEqual([]);
	});

	it('[SR24] what they type at the same moment merges, and the server holds none of it in clear', async () => {
		const { clock, server, yaras, hulyas, bass, drafts } = await circleOfThree();
		type(yaras, 'Riet slaapt hier op woensdag');
		addStrength(hulyas.text, 'Fenna kan al lezen');
		addStrength(bass.text, 'Milan kookt graag');
		await until(clock, () => drafts.every((one) => free(one) !== '' && strengths(one).length === 2));
		type(yaras, 'Riet slaapt hier op woensdag en zondag');
		type(bass, 'Oma Riet slaapt hier op woensdag');
		await until(clock, () => drafts.every((one) => free(one) === 'Oma Riet slaapt hier op woensdag en zondag'));
		const wire = Buffer.concat(server.frames).toString('latin1');
		expect(wire).not.toContain('woensdag');
		expect(wire).not.toContain('freeText');
		expect(wire).toContain('log');
	});

	it('[SR26] words go from this device to the server to another reader, and the page can say which', async () => {
		const { clock, server, yara, bas, yaras } = await circleOfThree();
		await until(clock, () => yaras.isOpen);
		bas.goesOffline();
		server.acknowledges = false;
		type(yaras, 'We helpen elkaar');
		expect(yaras.where.state).toBe('unkept');
		await until(clock, () => yaras.where.state === 'onDevice');
		await pass(clock, 3);
		expect(yaras.where.state).toBe('onDevice');
		server.acknowledges = true;
		for (const wire of yara.wires) wire.acknowledge();
		await until(clock, () => yaras.where.state === 'sent');
		await until(clock, () => yaras.where.seenBy.includes('Hülya'));
		expect(yaras.where.seenBy).toEqual(['Hülya']);
		bas.comesBack();
		await until(clock, () => yaras.where.seenBy.length === 2);
		expect(yaras.where.seenBy).toEqual(['Bas', 'Hülya']);
	});

	it('[PT5] an hour without network loses no character; what was typed goes when the wire is back', async () => {
		const { clock, yaras, bass, drafts, bas } = await circleOfThree();
		await until(clock, () => drafts.every((one) => one.isOpen));
		bas.goesOffline();
		type(bass, 'Gino haalt Milan op van training');
		addStrength(yaras.text, 'Veel familie woont dichtbij');
		await pass(clock, 30);
		expect(bass.where.state).toBe('onDevice');
		expect(bass.state).toBe('offline');
		bas.comesBack();
		await until(clock, () => drafts.every((one) => free(one) !== '' && strengths(one).length === 1));
		await until(clock, () => bass.where.seenBy.length === 2);
	});

	it('[PT5] what others wrote is kept too: opened again without network, all of it is there', async () => {
		const { clock, bas, basRoom, yaras, hulyas, bass } = await circleOfThree();
		type(yaras, 'Riet slaapt hier op woensdag');
		addStrength(hulyas.text, 'Fenna kan al lezen');
		await until(clock, () => free(bass) !== '' && strengths(bass).length === 1);
		// What he read and what he types are kept in one go, and his own is settled once it is stored.
		addStrength(bass.text, 'Milan kookt graag');
		await until(clock, () => bass.where.state === 'sent');
		await pass(clock, 3);
		await basRoom.close();
		bas.goesOffline();
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		expect([free(draft), strengths(draft)]).toEqual(['Riet slaapt hier op woensdag', ['Fenna kan al lezen', 'Milan kookt graag']]);
	});

	it('[SR25] a page that dies with unsent words sends them when it is opened again, once', async () => {
		const { clock, server, bas, bass, basRoom, yaras } = await circleOfThree();
		await until(clock, () => bass.isOpen);
		bas.goesOffline();
		type(bass, 'Joop heeft een sleutel');
		await until(clock, () => bass.where.state === 'onDevice');
		await basRoom.close();
		server.acknowledges = false;
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		expect(free(draft)).toBe('Joop heeft een sleutel');
		await until(clock, () => free(yaras) === 'Joop heeft een sleutel');
		// The page dies before the server's word has come: the words are still marked as unsent on the device.
		const entries = server.log('g1').length;
		expect(draft.where.state).toBe('onDevice');
		await again.close();
		server.acknowledges = true;
		const once = await bas.page();
		open.push(once);
		const last = await once.gathering('g1');
		await until(clock, () => last.isOpen && last.where.state === 'sent');
		await pass(clock, 30);
		expect(server.log('g1').length).toBe(entries);
	});

	it('[SR20] two tabs of one device never give two entries one number', async () => {
		const { clock, server, yara, yaras, bass, rooms } = await circleOfThree();
		const tab = await yara.page();
		open.push(tab);
		const second = await tab.gathering('g1');
		await until(clock, () => second.isOpen && yaras.isOpen && bass.isOpen);
		for (let i = 0; i < 5; i++) {
			addStrength(yaras.text, `een ${i}`);
			addStrength(second.text, `twee ${i}`);
			await Promise.all([yaras.flush(), second.flush()]);
		}
		await until(clock, () => strengths(bass).length === 10 && strengths(yaras).length === 10);
		expect(server.log('g1').length).toBeGreaterThanOrEqual(10);
		await pass(clock, 15);
		expect(rooms.flatMap(({ notices }) => notices)).toEqual([]);
	});

	it('the kringboek and a gathering stand beside each other under the same keys', async () => {
		const { clock, server, yarasRoom, basRoom, bass, yaras } = await circleOfThree();
		addBoardPost(yarasRoom.book.text, { text: 'Wie kan zondag?', by: 'p-Yara', written: '2027-01-16T12:00:00.000Z' });
		type(yaras, 'Het plan');
		await until(clock, () => readBoard(basRoom.book.text).items.length === 1 && free(bass) === 'Het plan');
		expect(free(basRoom.book)).toBe('');
		// An entry of one document means nothing in the other.
		server.log('g1').push([server.log('book').get(0)]);
		await until(clock, () => bass.counts.junk === 1);
	});

	it('[SR39] who is here and where comes sealed, and somebody who leaves is gone', async () => {
		const { clock, server, yaras, bass, bas, drafts } = await circleOfThree();
		await until(clock, () => drafts.every((one) => one.isOpen));
		bass.presence.say({ where: 'agreements' });
		await until(clock, () => yaras.presence.others.some(({ says }) => JSON.stringify(says) === '{"where":"agreements"}'));
		expect(yaras.presence.others.map(({ name }) => name).sort()).toEqual(['Bas', 'Hülya']);
		const passed = JSON.stringify([...bas.wires].map(({ awareness }) => [...awareness.getStates()]));
		expect(passed).toContain('"e"');
		expect(passed).not.toContain('agreements');
		bas.goesOffline();
		await until(clock, () => yaras.presence.others.every(({ name }) => name !== 'Bas'));
		expect(server.frames.length).toBeGreaterThan(0);
	});

	it('[SR39] who comes in sees at once who was there already, before anybody speaks again', async () => {
		const { clock, server, drafts, yaras, yarasRoom } = await circleOfThree();
		await until(clock, () => drafts.every((one) => one.isOpen));
		yaras.presence.say({ where: 'agreements' });
		await pass(clock, 3);
		const cameAt = clock.now();
		const marleensRoom = await new TestDevice('Marleen', server, clock).isLetInBy(yarasRoom);
		open.push(marleensRoom);
		const marleens = await marleensRoom.gathering('g1');
		await until(clock, () => marleens.presence.others.length === 3);
		// The next of the others' signs of life is some twelve seconds away.
		expect(clock.now() - cameAt).toBeLessThan(8000);
	});

	it('[SR36] a refusal by the server wipes nothing, and words typed then go out when it lets in again', async () => {
		const { clock, yara, yaras, bass } = await circleOfThree();
		await until(clock, () => yaras.isOpen);
		for (const wire of yara.wires) wire.refuse(4401);
		expect([yaras.state, yaras.refusal]).toEqual(['refused', 4401]);
		type(yaras, 'Toch opgeschreven');
		await until(clock, () => yaras.where.state === 'onDevice');
		for (const wire of yara.wires) wire.retry();
		await until(clock, () => free(bass) === 'Toch opgeschreven');
	});
});
