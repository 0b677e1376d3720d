import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, LIMITS, formatRoom } from '#lib/sync/protocol.ts';
import { CONFERENCE, OPEN, TestSync, until } from './startSync.ts';
import { step1, typed, update } from './messages.ts';

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
});
afterEach(() => test.stop());

const HALF = LIMITS.plainRoomBytes / 4;

describe('no more than fits', () => {
	it('a message over its limit ends the connection', async () => {
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(new Uint8Array(LIMITS.messageBytes + 1));
		expect(await yara.ended).toBe(CLOSE.tooLarge);
	});

	it('an update that does not fit into the room is not taken, and the room stays as it was', async () => {
		const yara = test.socket('yara', formatRoom(OPEN));
		for (let part = 0; part < 5; part++) await yara.send(typed('x'.repeat(HALF)));
		expect(await yara.ended).toBe(CLOSE.tooLarge);
		expect((await test.inRoom('bas', OPEN)).words.length).toBe(3 * HALF);
	});

	it('text that was deleted makes room again', async () => {
		const yara = await test.inRoom('yara', OPEN);
		for (let part = 0; part < 8; part++) {
			yara.words.insert(0, 'x'.repeat(HALF));
			yara.words.delete(0, HALF);
		}
		yara.words.insert(0, 'past nog');
		await until(() => test.sync.load.connections === 1);
		await expect.poll(async () => (await test.inRoom('bas', OPEN)).words.toString()).toBe('past nog');
		expect(yara.provider.wsconnected).toBe(true);
	});

	it('updates whose beginning never comes count as well', async () => {
		const doc = new Y.Doc();
		const parts: Uint8Array[] = [];
		doc.on('update', (part: Uint8Array) => parts.push(part));
		for (let part = 0; part < 6; part++) doc.getText('words').insert(0, 'x'.repeat(HALF));
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(...parts.slice(1).map(update));
		expect(await yara.ended).toBe(CLOSE.tooLarge);
	});

	it('one person has so many pages in one room, and so many altogether', async () => {
		const pages = Array.from({ length: 9 }, () => test.socket('yara', formatRoom(OPEN)));
		expect(await Promise.race(pages.map((page) => page.ended))).toBe(CLOSE.tryLater);
		expect(test.sync.load.connections).toBe(8);
		for (let room = 1; room <= 23; room++) {
			const name = `open/${String(room).padStart(15, '0')}`;
			pages.push(test.socket('yara', name));
		}
		await Promise.race(pages.slice(9).map((page) => page.ended));
		expect(test.sync.load.connections).toBe(30);
		await test.inRoom('bas', OPEN);
	});

	it('so many may wait at one address before anybody knows who they are', async () => {
		const asking = Promise.withResolvers<void>();
		test.rights.before = () => asking.promise;
		const many = Array.from({ length: 201 }, () => test.socket('yara', formatRoom(OPEN)));
		expect(await Promise.race(many.map((one) => one.ended))).toBe(503);
		expect(test.sync.load.connections).toBe(200);
	});

	it('who asks for the whole room over and over is sent away', async () => {
		const yara = test.socket('yara', formatRoom(OPEN));
		for (let times = 0; times < 40; times++) await yara.send(step1());
		expect(await yara.ended).toBe(CLOSE.tryLater);
	});
});

describe('who reads too slowly', () => {
	it('is dropped, and the others do not notice', { timeout: 60_000 }, async () => {
		const ilse = test.socket('ilse', formatRoom(OPEN));
		await ilse.send(step1());
		await until(() => ilse.heard.length > 0);
		ilse.ws.pause();
		const yara = await test.inRoom('yara', OPEN);
		const bas = await test.inRoom('bas', OPEN);
		// Far more than the system's own buffers between two sockets take.
		while (test.sync.load.connections === 3) {
			yara.words.insert(0, 'x'.repeat(HALF));
			await until(() => bas.words.length === HALF);
			yara.words.delete(0, HALF);
			await until(() => bas.words.length === 0);
		}
		yara.words.insert(0, 'gaat gewoon door');
		await until(() => bas.words.toString() === 'gaat gewoon door');
		ilse.ws.resume();
		await once(ilse.ws, 'close');
	});
});

it('other conferences have rooms of their own', async () => {
	const yara = await test.inRoom('yara', OPEN);
	yara.words.insert(0, 'hier');
	const there = await test.inRoom('bas', { kind: 'open', conference: CONFERENCE.replace('1', '2') });
	expect(there.words.toString()).toBe('');
});
