import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, formatRoom, type Room } from '#lib/sync/protocol.ts';
import { BOOK, CONFERENCE, TestSync, until } from './startSync.ts';

const PAPER: Room = { ...BOOK, kind: 'sealed', document: 'g1' } as Room;

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
	for (const who of ['yara', 'bas']) test.rights.levels.set(who, 'relay');
});
afterEach(() => test.stop());

const tell = (who: string, { conference = CONFERENCE, origin = test.origin, room = '' } = {}) =>
	fetch(`${test.origin}/sync/ended/${conference}${room}`, { method: 'POST', headers: { cookie: `rondom=${who}`, origin } });

async function onDisk(): Promise<Buffer> {
	const files = await readdir(test.folder, { recursive: true, withFileTypes: true });
	const contents = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
	return Buffer.concat(await Promise.all(contents));
}

describe('a room that ended', () => {
	it('[SR34] its papers are closed at once, erased and stay so; the book that says so stays', async () => {
		const bas = await test.inRoom('bas', PAPER);
		bas.doc.getArray('log').push([new TextEncoder().encode('merkzin van de kring')]);
		const book = await test.inRoom('bas', BOOK);
		book.doc.getArray('log').push([new TextEncoder().encode('wat blijft')]);
		const yara = await test.inRoom('yara', PAPER);
		await until(() => yara.doc.getArray('log').length === 1);
		const closed = new Promise<number>((resolve) => bas.provider.on('closed', ({ code }) => resolve(code)));
		expect((await tell('yara')).status).toBe(204);
		expect(await closed).toBe(CLOSE.erased);
		expect(await test.socket('yara', formatRoom(PAPER)).ended).toBe(CLOSE.erased);
		await test.restart();
		expect(await test.socket('yara', formatRoom(PAPER)).ended).toBe(CLOSE.erased);
		const kept = await onDisk();
		expect(kept.includes('merkzin')).toBe(false);
		expect(kept.includes('wat blijft')).toBe(true);
	});

	it('[SR34] is one of two: the papers of the other stay, and open', async () => {
		const other = { ...PAPER, roomId: 'cd'.repeat(16) } as Room;
		const [bas, yara] = [await test.inRoom('bas', PAPER), await test.inRoom('yara', other)];
		yara.doc.getArray('log').push([new TextEncoder().encode('van de andere ruimte')]);
		const closed = new Promise<number>((resolve) => bas.provider.on('closed', ({ code }) => resolve(code)));
		expect((await tell('yara', { room: `/${'ab'.repeat(16)}` })).status).toBe(204);
		expect(await closed).toBe(CLOSE.erased);
		expect(yara.provider.wsconnected).toBe(true);
		const again = await test.inRoom('bas', other);
		await until(() => again.doc.getArray('log').length === 1);
	});

	it('[AC3] nobody else says so: not a stranger, nor a guest, nor another page in their name', async () => {
		const bas = await test.inRoom('bas', PAPER);
		test.rights.levels.set('denzel', 'read');
		const answers = await Promise.all([
			tell('stranger'),
			tell('denzel'),
			tell('yara', { origin: 'https://evil.example' }),
			tell('yara', { conference: 'x' }),
			tell('yara', { room: '/x' })
		]);
		expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
		expect((await tell('nobody')).status).toBe(401);
		expect(bas.provider.wsconnected).toBe(true);
	});
});
