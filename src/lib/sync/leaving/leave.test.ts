import { afterEach, beforeAll, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { FLAG } from '#lib/crypto/roster/record.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { TestDevice, threeLetIn, until } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { isAllSent, leave } from './leave.ts';
import { lookHere } from './lookHere.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});

/** Gino on the tablet of the community centre, where nothing may stay. */
async function onTheTablet() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	const gino = new TestDevice('Gino', circle.server, circle.clock);
	gino.keepsNothing = true;
	const room = await gino.isLetInBy(circle.yarasRoom, { flags: FLAG.keepsNothing, label: 'tablet' });
	const draft = await room.gathering('g1');
	await until(circle.clock, () => draft.isOpen);
	const type = (text: string) => editText(planText(draft.text, 'freeText'), text);
	return { ...circle, gino, room, draft, type };
}
async function going<T>(clock: Parameters<typeof until>[0], work: Promise<T>): Promise<T> {
	let isDone = false;
	void work.finally(() => (isDone = true));
	await until(clock, () => isDone);
	return work;
}

it('[PT4] leaving waits until everything is sent, and then nothing is left on the tablet', async () => {
	const { clock, gino, room, yaras, type, yarasRoom } = await onTheTablet();
	type('Gino haalt Milan op van training');
	expect(isAllSent(room)).toBe(false);
	expect(await going(clock, leave(room))).toBe('left');
	expect(planText(yaras.text, 'freeText').toString()).toBe('Gino haalt Milan op van training');
	const store = await gino.openStore(room.roomId, 'p-Gino');
	expect([await store.list(''), await store.readDevice()]).toEqual([[], null]);
	expect(await lookHere('rustinhuis00001', 'p-Gino', gino)).toBe('keysGone');
	// On the list of the others it is marked, until somebody takes it off.
	expect(yarasRoom.devices.find(({ name }) => name === 'Gino')).toMatchObject({ standing: 'live', flags: FLAG.keepsNothing });
});

it('[PT4] with words that are not sent, it says so, and leaves only when told to', async () => {
	const { clock, gino, room, draft, yaras, type } = await onTheTablet();
	gino.goesOffline();
	type('Dit is nog hier');
	expect(await going(clock, leave(room))).toBe('unsent');
	expect(planText(draft.text, 'freeText').toString()).toBe('Dit is nog hier');
	expect(await going(clock, leave(room, { evenIfUnsent: true }))).toBe('left');
	expect(planText(yaras.text, 'freeText').toString()).toBe('');
});
