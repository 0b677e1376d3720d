import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { keepNotes, setGatheringEnd } from '#lib/documents/circleBook.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { lookHere } from '../leaving/lookHere.ts';
import { removeDevices } from '../removal/remove.ts';
import { CONFERENCE, pass, threeLetIn, until, type HandClock, type TestDevice } from '../sealedRoom/room.fixture.ts';
import type { SealedDocument } from '../sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { letGatheringEnd } from './letGatheringEnd.ts';
import { sayClose, sayKeep } from './sayClosing.ts';

beforeAll(answerAtOnce);
const DAY = 24 * 60 * 60;
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});
const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const kinds = (room: SealedRoom) => room.notices.map(({ kind }) => kind);

async function withPlan() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	editText(planText(circle.yaras.text, 'freeText'), 'Riet slaapt hier op woensdag');
	await until(circle.clock, () => circle.drafts.every((one) => free(one) !== ''));
	await pass(circle.clock, 20);
	return circle;
}

/** Days go by in strides of six hours, with everybody's work done in between. */
async function days(clock: HandClock, count: number): Promise<void> {
	for (let i = 0; i < count * 4; i++) {
		clock.leap((DAY / 4) * 1000 - 2000);
		await pass(clock, 2);
	}
}
async function rowsOf(device: TestDevice, room: SealedRoom): Promise<string[]> {
	const store = await device.openStore(room.roomId, device.who.person);
	return (await store.list('')).map(({ name }) => name);
}

describe('a room that is ended', () => {
	it('[SR34] by one: seven days with a banner, and anybody may keep it', async () => {
		const { clock, yarasRoom, basRoom, rooms, hulyas, yaras } = await withPlan();
		expect(await sayClose(yarasRoom)).toBe('said');
		await until(clock, () => rooms.every(({ closing }) => closing.isRunning));
		expect(basRoom.closing.state.closes).toMatchObject([{ name: 'Yara' }]);
		await days(clock, 6);
		expect(rooms.some(({ hasEnded }) => hasEnded)).toBe(false);
		expect(await sayKeep(basRoom)).toBe('said');
		await until(clock, () => rooms.every(({ closing }) => !closing.isRunning));
		await days(clock, 8);
		editText(planText(hulyas.text, 'freeText'), 'En ook op zondag');
		await until(clock, () => free(yaras) === 'En ook op zondag');
	});

	it('[SR34] by two: after a day it is gone from every device, and at the server nothing is left to read', async () => {
		const { clock, server, yara, yarasRoom, basRoom, rooms } = await withPlan();
		await sayClose(yarasRoom);
		await until(clock, () => basRoom.closing.isRunning);
		await sayClose(basRoom);
		await days(clock, 0.75);
		expect(rooms.some(({ hasEnded }) => hasEnded)).toBe(false);
		await days(clock, 0.5);
		await until(clock, () => rooms.every(({ hasEnded }) => hasEnded));
		expect(server.log('book').length).toBe(1);
		expect(server.log('g1').length).toBe(0);
		expect(server.told).toContain('erased');
		expect(await rowsOf(yara, yarasRoom)).toEqual([]);
		expect(await lookHere(CONFERENCE, 'p-Yara', yara)).toBe('closed');
	});

	it('[SR34] a device that comes later finds only that, gives nothing back, and goes the same way', async () => {
		const { clock, server, bas, yarasRoom, hulyasRoom, basRoom } = await withPlan();
		await basRoom.close();
		await sayClose(yarasRoom);
		await until(clock, () => hulyasRoom.closing.isRunning);
		await sayClose(hulyasRoom);
		await days(clock, 1.5);
		await until(clock, () => yarasRoom.hasEnded && hulyasRoom.hasEnded);
		const late = await bas.page();
		open.push(late);
		const draft = await late.gathering('g1');
		await until(clock, () => late.closing.isRunning);
		expect(free(draft)).toBe('Riet slaapt hier op woensdag');
		await pass(clock, 120);
		expect([server.log('book').length, server.log('g1').length]).toEqual([1, 0]);
		await days(clock, 1.5);
		await until(clock, () => late.hasEnded);
		expect(await lookHere(CONFERENCE, 'p-Bas', bas)).toBe('closed');
	});

	it('[SR34] or keeps it: then everything is given back', async () => {
		const { clock, server, bas, yarasRoom, hulyasRoom, basRoom } = await withPlan();
		await basRoom.close();
		await sayClose(yarasRoom);
		await until(clock, () => hulyasRoom.closing.isRunning);
		await sayClose(hulyasRoom);
		await days(clock, 1.5);
		const late = await bas.page();
		open.push(late);
		const draft = await late.gathering('g1');
		await until(clock, () => late.closing.isRunning);
		expect(await sayKeep(late)).toBe('said');
		await until(clock, () => draft.isOpen && server.log('g1').length > 0);
		await until(clock, () => late.book.parts.log.hasText);
	});

	it('[SR34] who was taken out ends nothing, also not with what was said before', async () => {
		const { clock, yarasRoom, basRoom, hulyasRoom } = await withPlan();
		await sayClose(basRoom);
		await until(clock, () => yarasRoom.closing.isRunning);
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => !hulyasRoom.closing.isRunning && !yarasRoom.closing.isRunning);
		await days(clock, 8);
		expect(yarasRoom.hasEnded).toBe(false);
	});

	it('[SR35] that the server says it is gone ends nothing: the copy stays, and it is told', async () => {
		const { clock, yara, yarasRoom, yaras } = await withPlan();
		for (const wire of yara.wires) wire.refuse(4410);
		await until(clock, () => kinds(yarasRoom).includes('erasedByServer'));
		await days(clock, 3);
		expect(free(yaras)).toBe('Riet slaapt hier op woensdag');
		expect(await rowsOf(yara, yarasRoom)).not.toEqual([]);
	});
});

describe('the document of a gathering', () => {
	const until14 = (clock: HandClock) => new Date(clock.now() + 14 * DAY * 1000);

	it('[RT1] gets its date once, whoever hears first that its day is closed; what the circle keeps gets none', async () => {
		const { clock, yarasRoom, basRoom, rooms } = await withPlan();
		const inFourteen = (now: Date) => new Date(now.getTime() + 14 * DAY * 1000);
		letGatheringEnd(yarasRoom, 'g1', inFourteen);
		const until14th = yarasRoom.ends.untilOf('g1')!;
		expect(until14th.getTime()).toBe(clock.now() + 14 * DAY * 1000);
		await until(clock, () => rooms.every(({ ends }) => ends.untilOf('g1') !== null));
		await days(clock, 1);
		letGatheringEnd(basRoom, 'g1', inFourteen);
		expect(basRoom.ends.untilOf('g1')).toEqual(until14th);
		keepNotes(basRoom.book.text, 'g1', 'Wat we bewaren');
		await until(clock, () => yarasRoom.ends.untilOf('g1') === null);
		letGatheringEnd(yarasRoom, 'g1', inFourteen);
		await days(clock, 16);
		expect(rooms.some(({ ends }) => ends.hasEnded('g1'))).toBe(false);
	});

	it('[SR35] ends at its date on every device, and the book stays', async () => {
		const { clock, server, bas, basRoom, yarasRoom, rooms } = await withPlan();
		setGatheringEnd(yarasRoom.book.text, 'g1', until14(clock));
		await until(clock, () => rooms.every(({ ends }) => ends.untilOf('g1') !== null));
		await days(clock, 13);
		expect(rooms.some(({ ends }) => ends.hasEnded('g1'))).toBe(false);
		await basRoom.close();
		await days(clock, 1.5);
		await until(clock, () => yarasRoom.ends.hasEnded('g1'));
		expect(server.log('g1').length).toBe(0);
		// Who opens only the book, later, loses it too: it is one's own clock, and not the server, that says so.
		const late = await bas.page();
		open.push(late);
		await until(clock, () => late.ends.hasEnded('g1'));
		expect((await rowsOf(bas, late)).filter((name) => /(update|pending|heads)\/g1/.test(name))).toEqual([]);
		await expect(late.gathering('g1')).rejects.toThrow('ended');
		await until(clock, () => late.book.isOpen);
	});

	it('[SR35] stays where the circle keeps its notes in the book', async () => {
		const { clock, yarasRoom, rooms, yaras } = await withPlan();
		setGatheringEnd(yarasRoom.book.text, 'g1', until14(clock));
		keepNotes(yarasRoom.book.text, 'g1', 'Wat we bewaren');
		await days(clock, 16);
		expect(rooms.some(({ ends }) => ends.hasEnded('g1'))).toBe(false);
		expect(free(yaras)).not.toBe('');
	});

	it('[SR35] a date that is past wipes nobody in a second: it rests, and goes after a day', async () => {
		const { clock, yarasRoom, basRoom, bass } = await withPlan();
		setGatheringEnd(yarasRoom.book.text, 'g1', new Date(clock.now() - 1000));
		await until(clock, () => basRoom.ends.isOver('g1'));
		await days(clock, 0.75);
		expect(free(bass)).toBe('Riet slaapt hier op woensdag');
		expect(bass.isOpen).toBe(false);
		setGatheringEnd(basRoom.book.text, 'g1', until14(clock));
		await until(clock, () => bass.isOpen);
	});
});
