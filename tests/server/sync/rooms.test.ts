import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, formatRoom } from '#lib/sync/protocol.ts';
import { RoomStore } from '#server/sync/RoomStore.ts';
import { BOOK, CONFERENCE, FAMILY, OPEN, TestSync, until } from './startSync.ts';
import { step1, typed } from './messages.ts';

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
});
afterEach(() => test.stop());

describe('a room with people in it', () => {
	it('lets Yara and Hülya write in one text, and Ilse read along', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const hulya = await test.inRoom('hulya', OPEN);
		const ilse = await test.inRoom('ilse', OPEN);
		yara.words.insert(0, 'Zaterdag. ');
		await until(() => hulya.words.length > 0);
		hulya.words.insert(hulya.words.length, 'Bij oma Riet.');
		await until(() => [yara, hulya, ilse].every(({ words }) => words.toString() === 'Zaterdag. Bij oma Riet.'));
	});

	it('is kept apart from the other rooms of the same conference', async () => {
		const [open, family, book] = await Promise.all([OPEN, FAMILY, BOOK].map((room) => test.inRoom('yara', room)));
		family!.words.insert(0, 'De vraag');
		const late = await test.inRoom('bas', FAMILY);
		expect(late.words.toString()).toBe('De vraag');
		expect([open!.words.length, book!.words.length]).toEqual([0, 0]);
	});

	it('is loaded before its first answer: whoever is told "synced" has everything', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const hulya = await test.inRoom('hulya', OPEN);
		yara.words.insert(0, 'Neem foto’s mee');
		await until(() => hulya.words.length > 0);
		for (const device of [yara, hulya]) device.leave();
		await test.restart();
		const bas = test.device('bas', OPEN);
		const atSync = await new Promise((resolve) => bas.provider.once('sync', () => resolve(bas.words.toString())));
		expect(atSync).toBe('Neem foto’s mee');
	});

	it('lets go of its memory when the last one leaves, and has everything when somebody comes back', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'Tot zaterdag');
		yara.leave();
		await until(() => test.sync.load.rooms === 0 && test.sync.load.connections === 0);
		expect((await test.inRoom('bas', OPEN)).words.toString()).toBe('Tot zaterdag');
	});

	it('takes everybody back after a restart, with what they wrote meanwhile', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const bas = await test.inRoom('bas', OPEN);
		const restarted = test.restart();
		yara.words.insert(0, 'onderweg geschreven');
		await restarted;
		await until(() => bas.words.toString() === 'onderweg geschreven');
	});

	it('tells everybody to come back when the program stops', async () => {
		const socket = test.socket('yara', formatRoom(OPEN));
		await socket.send(step1());
		await until(() => socket.heard.length > 0);
		await test.sync.stop();
		expect(await socket.ended).toBe(CLOSE.restart);
	});
});

describe('names that are no rooms', () => {
	it.each(['', 'map', `open/${CONFERENCE}/x`, `open/${CONFERENCE}%2f..`, `room/${CONFERENCE}/AB/book`])(
		'[AC3] makes no room of "%s" and refuses it like a room that is closed to her',
		async (name) => {
			const socket = test.socket('yara', name);
			await socket.send(step1(), typed('x'));
			expect(await socket.ended).toBe(CLOSE.notAllowed);
			expect(test.sync.load).toEqual({ connections: 0, rooms: 0 });
			expect(await readdir(join(test.folder, 'sync', 'rooms'))).toEqual([]);
		}
	);
});

describe('a room that was erased', () => {
	it('[RT2] is refused for good, to those who may know of it, and nothing of it is left', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'gewist-kenmerk');
		yara.leave();
		await until(() => test.sync.load.rooms === 0);
		await test.sync.stop();
		const store = await RoomStore.open(join(test.folder, 'sync'));
		await store.erase(formatRoom(OPEN));
		await store.close();
		await test.restart();
		expect(await test.socket('yara', formatRoom(OPEN)).ended).toBe(CLOSE.erased);
		expect(await test.socket('stranger', formatRoom(OPEN)).ended).toBe(CLOSE.notAllowed);
		expect(await filesWith(join(test.folder, 'sync'), 'gewist-kenmerk')).toEqual([]);
	});

	it('is found by the same search before it is erased', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'gewist-kenmerk');
		yara.leave();
		await until(() => test.sync.load.rooms === 0);
		expect(await filesWith(join(test.folder, 'sync'), 'gewist-kenmerk')).not.toEqual([]);
	});
});

async function filesWith(folder: string, marker: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const found = await Promise.all(files.map(async (file) => (await readFile(file)).includes(marker)));
	return files.filter((_, index) => found[index]);
}
