import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { lookHere } from '../leaving/lookHere.ts';
import { removeDevices } from '../removal/remove.ts';
import { CONFERENCE, pass, TestDevice, threeLetIn, until } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { wireRoomId } from '../sealedRoom/wireRoomId.ts';
import { comeInBySheet } from './comeInBySheet.ts';
import { formatSheetLink, parseSheetLink } from './sheetLink.ts';
import { makeSheet } from './makeSheet.ts';
import { trySheet } from './trySheet.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});

async function withSheet() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	const sheet = (await makeSheet(circle.yarasRoom))!;
	const { clock, yarasRoom } = circle;
	await until(clock, () => yarasRoom.book.isStored);
	const env = circle.server.find('book').getMap<Uint8Array>('env');
	const name = [...env.keys()].find((one) => one.startsWith('s/'))!;
	return { ...circle, sheet, env, name };
}
/** The clock goes on while something waits for it. */
async function going<T>(clock: Parameters<typeof until>[0], work: Promise<T>): Promise<T> {
	let isDone = false;
	const done = work.finally(() => (isDone = true));
	await until(clock, () => isDone);
	return done;
}
function comesIn(circle: Awaited<ReturnType<typeof withSheet>>, device: TestDevice, typed: string) {
	const { clock, yarasRoom } = circle;
	const settings = { conference: CONFERENCE, hints: [wireRoomId(yarasRoom.roomId)], ...device, ports: device.ports };
	return going(clock, comeInBySheet(typed, device.who, { ...settings, pins: device.pins, openStore: device.openStore }));
}
/** As everything was wiped: the phones are gone, and what they had. */
async function allPhonesGone({ rooms, clock, drafts, yaras }: Awaited<ReturnType<typeof withSheet>>) {
	editText(planText(yaras.text, 'freeText'), 'Joop heeft een sleutel');
	await until(clock, () => drafts.every(({ text }) => planText(text, 'freeText').toString() !== ''));
	await until(clock, () => yaras.where.state === 'sent');
	await pass(clock, 10);
	for (const room of rooms) {
		await room.close();
		await room.store.wipe();
	}
}

describe('the sleutelblad', () => {
	it('[SR9] is one more device, shown to all, and typed back it works', async () => {
		const { clock, yarasRoom, hulyasRoom, sheet } = await withSheet();
		await until(clock, () => hulyasRoom.unmet.some(({ isSheet }) => isSheet));
		expect(hulyasRoom.unmet.find(({ isSheet }) => isSheet)).toMatchObject({ name: 'Yara', how: 4, label: 'sleutelblad' });
		expect(await going(clock, trySheet(yarasRoom, sheet.letters.toLowerCase()))).toEqual({ ok: true, device: sheet.device });
		// Somebody else's device can try it as well.
		expect(await going(clock, trySheet(hulyasRoom, sheet.letters))).toMatchObject({ ok: true });
	});

	it('[SR40] its picture carries an address, and the secret in it stands behind the # where no server sees it', async () => {
		const { sheet } = await withSheet();
		const fragment = formatSheetLink({ conference: CONFERENCE, letters: sheet.letters });
		const address = new URL(`https://rondom.example/sleutelblad#${fragment}`);
		expect(address.pathname + address.search).not.toContain(sheet.letters);
		expect(parseSheetLink(address.hash)).toEqual({ conference: CONFERENCE, letters: sheet.letters });
		expect(parseSheetLink(address.hash.slice(0, -1))).toBeNull();
	});

	it('[SR6] typed back with one wrong letter, that letter is pointed at; with two, it cannot be told', async () => {
		const { clock, yarasRoom, sheet } = await withSheet();
		const wrong = (letters: string, at: number) => letters.slice(0, at) + (letters[at] === 'Z' ? 'Y' : 'Z') + letters.slice(at + 1);
		const once = wrong(sheet.letters, 13);
		const outcome = await going(clock, trySheet(yarasRoom, once));
		// One slip in a thousand passes the check letters, and then there is simply no such sheet.
		expect([{ ok: false, why: 'slip', at: 13 }, { ok: false, why: 'unknown' }]).toContainEqual(outcome);
		const twice = await going(clock, trySheet(yarasRoom, wrong(once, 2)));
		expect(['check', 'unknown']).toContain(twice.ok || twice.why);
		expect(await going(clock, trySheet(yarasRoom, `${sheet.letters.slice(0, 27)}U`))).toEqual({ ok: false, why: 'letter', at: 27 });
	});

	it('[SR14] what the server loses or alters of it, any device puts back', async () => {
		const { clock, env, name, sheet, hulyasRoom } = await withSheet();
		const whole = env.get(name)!;
		await pass(clock, 61);
		env.delete(name);
		await until(clock, () => env.get(name) !== undefined);
		await pass(clock, 61);
		env.set(name, whole.map((byte, i) => (i === 40 ? byte ^ 1 : byte)));
		await until(clock, () => env.get(name)![40] === whole[40]);
		expect(await going(clock, trySheet(hulyasRoom, sheet.letters))).toMatchObject({ ok: true });
	});

	it('[SR8] all phones wiped and the sheet typed: everything is there again, under a new device', async () => {
		const circle = await withSheet();
		const { clock, yara, sheet, server } = circle;
		await allPhonesGone(circle);
		expect(await lookHere(CONFERENCE, 'p-Yara', yara)).toBe('keysGone');
		const entry = await comesIn(circle, yara, sheet.letters);
		if (!entry.ok) throw new Error(entry.why);
		const { room } = entry;
		open.push(room);
		const draft = await room.gathering('g1');
		await until(clock, () => draft.isOpen && planText(draft.text, 'freeText').toString() === 'Joop heeft een sleutel');
		expect(room.devices.find(({ isThis }) => isThis)).toMatchObject({ name: 'Yara', how: 4, letInBy: sheet.device });
		// A fresh sheet, and everything that was taken out: the old one, and the phones that are gone.
		const fresh = (await makeSheet(room))!;
		const old = room.devices.filter(({ id, isThis }) => !isThis && id !== fresh.device).map(({ id }) => id);
		expect(old).toContain(entry.sheet);
		expect(await going(clock, removeDevices(room, old))).toBe('removed');
		expect(await going(clock, trySheet(room, fresh.letters))).toMatchObject({ ok: true });
		expect(await going(clock, trySheet(room, sheet.letters))).toMatchObject({ ok: false });
		await until(clock, () => [...server.find('book').getMap('env').keys()].filter((one) => one.startsWith('s/')).length === 1);
	});

	it('[SR4] a sheet that was taken out lets nobody in, also when the server gives back all it ever had', async () => {
		const circle = await withSheet();
		const { clock, env, name, sheet, server, yarasRoom, hulyasRoom } = circle;
		const [blob, boxes] = [env.get(name)!, [...env].filter(([one]) => one.endsWith(sheet.device))];
		await removeDevices(yarasRoom, [sheet.device]);
		await until(clock, () => hulyasRoom.circle.roster.devices.get(sheet.device)?.standing === 'removed');
		await pass(clock, 70);
		env.set(name, blob);
		for (const [one, box] of boxes) env.set(one, box);
		const ruben = new TestDevice('Ruben', server, clock);
		const entry = await comesIn(circle, ruben, sheet.letters);
		expect(entry).toMatchObject({ ok: false });
		expect(await ruben.pins.read(CONFERENCE, 'p-Ruben')).toBeNull();
	});

	it('[SR1] a device that holds to another room stays with it', async () => {
		const circle = await withSheet();
		const ruben = new TestDevice('Ruben', circle.server, circle.clock);
		open.push(await ruben.begins());
		expect(await comesIn(circle, ruben, circle.sheet.letters)).toEqual({ ok: false, why: 'otherRoom' });
	});
});
