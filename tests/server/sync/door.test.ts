import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { AT_DOOR, CLOSE, formatRoom, LIMITS, PACE, type Room } from '#lib/sync/protocol.ts';
import { CONFERENCE, TestSync, until, type Device } from './startSync.ts';
import { step1, typed, update } from './messages.ts';

const DOOR: Room = { kind: 'door', conference: CONFERENCE };
const name = (n: number): string => `k/${String(n).padStart(16, '0')}/${'a'.repeat(32)}`;
const things = ({ doc }: Device): Y.Map<unknown> => doc.getMap(AT_DOOR.things);

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
});
afterEach(() => test.stop());

describe('a door', () => {
	it('passes on a knock, keeps it over a restart, and takes it away after three days', async () => {
		const riet = await test.inRoom('bas', DOOR);
		things(riet).set(name(1), Uint8Array.of(1, 2, 3));
		const yara = await test.inRoom('yara', DOOR);
		await until(() => things(yara).has(name(1)));
		riet.leave();
		yara.leave();
		await test.restart();
		const now = Date.now();
		await test.sync.sweep(now + PACE.door - 60_000);
		const again = await test.inRoom('yara', DOOR);
		expect(things(again).get(name(1))).toEqual(Uint8Array.of(1, 2, 3));
		await test.sync.sweep(now + PACE.door + 60_000);
		await until(() => !things(again).has(name(1)));
		again.leave();
		await until(() => test.sync.load.rooms === 0);
		expect(things(await test.inRoom('bas', DOOR)).size).toBe(0);
	});

	it('takes away what nobody comes for any more, also from the disk', async () => {
		const bas = await test.inRoom('bas', DOOR);
		things(bas).set(name(1), new TextEncoder().encode('merkzin aan de deur'));
		await test.restart();
		bas.leave();
		const day = PACE.door + 60_000;
		await test.sync.sweep(Date.now() + day);
		const reader = await test.inRoom('yara', DOOR);
		expect(things(reader).size).toBe(0);
		expect(reader.doc.getMap(AT_DOOR.since).size).toBe(0);
	});

	it('lets nobody say that something has lain there since another time', async () => {
		const bas = await test.inRoom('bas', DOOR);
		const since = bas.doc.getMap<number>(AT_DOOR.since);
		things(bas).set(name(1), Uint8Array.of(1));
		await until(() => since.has(name(1)));
		const future = Date.now() + 10 * PACE.door;
		since.set(name(1), future);
		await until(() => since.get(name(1))! < future);
		await test.restart();
		await test.sync.sweep(Date.now() + PACE.door + 60_000);
		await until(() => things(bas).size === 0);
	});

	it('holds a hundred things: the oldest goes first', async () => {
		const bas = await test.inRoom('bas', DOOR);
		things(bas).set(name(0), Uint8Array.of(0));
		await until(() => bas.doc.getMap(AT_DOOR.since).has(name(0)));
		for (let n = 1; n <= LIMITS.doorThings + 5; n++) things(bas).set(name(n), Uint8Array.of(n & 255));
		await until(() => things(bas).size === LIMITS.doorThings);
		expect(things(bas).has(name(0))).toBe(false);
	});

	it.each(['', 'k/1/2', 'x/0000000000000000', `k/${'A'.repeat(16)}/${'a'.repeat(32)}`, `p/${'0'.repeat(16)}/9`])(
		'takes away what lies there as "%s"',
		async (wrong) => {
			const bas = await test.inRoom('bas', DOOR);
			things(bas).set(wrong, Uint8Array.of(1));
			things(bas).set(name(1), Uint8Array.of(1));
			await until(() => !things(bas).has(wrong));
			expect(things(bas).has(name(1))).toBe(true);
		}
	);

	it('closes on whoever brings anything but small bytes, and keeps nothing of it', async () => {
		const large = new Y.Doc();
		large.getMap(AT_DOOR.things).set(name(1), new Uint8Array(LIMITS.doorThingBytes + 1));
		const nested = new Y.Doc();
		nested.getMap(AT_DOOR.things).set(name(1), new Y.Map([['a', 1]]));
		const text = new Y.Doc();
		text.getMap(AT_DOOR.things).set(name(1), 'woorden');
		const list = new Y.Doc();
		list.getArray(AT_DOOR.things).push([new Uint8Array(3)]);
		const wrong = [typed('elders'), ...[large, nested, text, list].map((doc) => update(Y.encodeStateAsUpdate(doc)))];
		for (const message of wrong) {
			const peer = test.socket('bas', formatRoom(DOOR));
			await peer.send(step1(), message);
			expect(await peer.ended).toBe(CLOSE.malformed);
		}
		const yara = await test.inRoom('yara', DOOR);
		expect(Y.decodeUpdate(Y.encodeStateAsUpdate(yara.doc)).structs).toEqual([]);
	});

	it('takes back what its own clients heard from it, and more changes of the same thing', async () => {
		const bas = await test.inRoom('bas', DOOR);
		const yara = await test.inRoom('yara', DOOR);
		for (let n = 1; n < 20; n++) {
			things(n % 2 ? bas : yara).set(name(1), Uint8Array.of(n));
			await until(() => [bas, yara].every((one) => (things(one).get(name(1)) as Uint8Array)?.[0] === n));
		}
		things(bas).delete(name(1));
		await until(() => !things(yara).has(name(1)));
		const peer = test.socket('hulya', formatRoom(DOOR));
		await peer.send(update(Y.encodeStateAsUpdate(bas.doc)), step1());
		await until(() => peer.heard.length > 2);
		expect(peer.ws.readyState).toBe(peer.ws.OPEN);
	});
});
