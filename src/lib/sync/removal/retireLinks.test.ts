import { afterEach, beforeAll, expect, it } from 'vitest';
import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { CONFERENCE, TestDevice, threeInside, until } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { lookHere } from '../leaving/lookHere.ts';

beforeAll(answerAtOnce);
const open: SealedRoom[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((room) => room.close()));
});

/** A room as it was before there were invitations: Yara made a link, and Gino came in by it. */
async function oldRoom() {
	const circle = await threeInside();
	const { clock, server, yarasRoom, rooms } = circle;
	const link = await createDevice();
	const { id, signPub, agreePub } = link;
	const none = { how: HOW.link, flags: 0, sheetBlob: new Uint8Array(0) };
	const ofLink = { person: 'p-Yara', name: 'Yara', label: 'link' };
	const admit = await yarasRoom.circle.sign({ kind: 'admit', device: { id, signPub, agreePub }, ...ofLink, ...none });
	await yarasRoom.book.publishRecords([admit.bytes]);
	await yarasRoom.store.change([{ name: 'handedLink', content: utf8('1.rustinhuis00001.secret') }]);
	const gino = new TestDevice('Gino', server, clock);
	open.push(...rooms, await gino.isLetInBy(yarasRoom, { author: link }));
	await until(clock, () => rooms.every(({ circle }) => circle.live.length === 5));
	for (const room of open.splice(0)) await room.close();
	return { ...circle, gino, link };
}

it('[SR4] in an old room the link is taken out, what was kept of it goes, and whoever came in by it writes on', async () => {
	const { clock, yara, gino, link } = await oldRoom();
	const yarasRoom = await yara.page();
	const ginosRoom = await gino.page();
	open.push(yarasRoom, ginosRoom);
	await until(clock, () => open.every(({ circle }) => circle.roster.devices.get(link.id)?.standing === 'removed'));
	expect(await yarasRoom.store.read('handedLink')).toBeNull();
	expect(ginosRoom.standing).toBe('live');
	const drafts = await Promise.all(open.map((room) => room.gathering('g1')));
	await until(clock, () => drafts.every(({ isOpen }) => isOpen));
	editText(planText(drafts[1]!.text, 'freeText'), 'Gino haalt Milan op');
	await until(clock, () => planText(drafts[0]!.text, 'freeText').toString() === 'Gino haalt Milan op');
	expect(new Set(ginosRoom.devices.filter(({ standing }) => standing === 'live').map(({ name }) => name))).toEqual(
		new Set(['Yara', 'Hülya', 'Bas', 'Gino'])
	);
});

it('[SR8] a device that had only the link in hand holds no keys: it is told to come in again', async () => {
	const { clock, server, yarasRoom } = await oldRoom();
	const riet = new TestDevice('Riet', server, clock);
	const store = await riet.openStore(yarasRoom.roomId, 'p-Riet');
	await store.keepDevice(await createDevice());
	await store.change([{ name: 'link', content: utf8('{}') }]);
	await riet.pins.pin(CONFERENCE, 'p-Riet', yarasRoom.roomId);
	expect(await lookHere(CONFERENCE, 'p-Riet', riet)).toBe('here');
	await expect(riet.page()).rejects.toThrow('no keys');
});
