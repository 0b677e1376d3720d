import { appendFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { RoomLog } from './roomLog.ts';
import { RoomStore } from './RoomStore.ts';

let folder: string;
const problems: string[] = [];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rondom-store-'));
	problems.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (): Promise<RoomStore> => RoomStore.open(folder, (problem) => problems.push(problem));
const journals = async (): Promise<string[]> => (await readdir(join(folder, 'journal'))).sort();

/** Somebody who types one word after the other into a room. */
function typist(room: string): { type(store: RoomStore, word: string): Promise<void> } {
	const doc = new Y.Doc();
	let updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	const takeBatch = () => {
		const taken = { room, updates, stored: () => undefined };
		updates = [];
		return taken;
	};
	return {
		type(store, word) {
			doc.getText('words').insert(doc.getText('words').length, word);
			store.write({ takeBatch });
			return store.flush();
		}
	};
}

async function read(store: RoomStore, room: string): Promise<string> {
	const doc = new Y.Doc();
	for (const update of await store.load(room)) Y.applyUpdate(doc, update);
	return doc.getText('words').toString();
}

describe('the store', () => {
	it('has what it stored, before and after folding and opening again, per room', async () => {
		const [open1, family] = [typist('open/a'), typist('family/a')];
		let store = await open();
		await open1.type(store, 'een ');
		await family.type(store, 'anders');
		await store.fold();
		await open1.type(store, 'twee ');
		expect(await read(store, 'open/a')).toBe('een twee ');
		await store.close();
		store = await open();
		expect([await read(store, 'open/a'), await read(store, 'family/a')]).toEqual(['een twee ', 'anders']);
		expect(await read(store, 'open/nobody')).toBe('');
		await store.close();
		expect(problems).toEqual([]);
	});

	it('opens from a journal that was cut off anywhere, with everything before the cut', async () => {
		const yara = typist('open/a');
		let store = await open();
		for (const word of ['een ', 'twee ', 'drie ']) await yara.type(store, word);
		await store.close();
		const [last] = (await journals()).slice(-1);
		const path = join(folder, 'journal', last!);
		const whole = await readFile(path);
		const seen = new Set<string>();
		for (let length = 0; length <= whole.length; length++) {
			await rm(folder, { recursive: true });
			store = await open();
			await store.close();
			await writeFile(path, whole.subarray(0, length));
			store = await open();
			seen.add(await read(store, 'open/a'));
			await store.close();
		}
		expect([...seen]).toEqual(['', 'een ', 'een twee ', 'een twee drie ']);
	});

	it('leaves out what is not what was written, and goes on', async () => {
		const yara = typist('open/a');
		let store = await open();
		await yara.type(store, 'een ');
		await store.close();
		const [last] = (await journals()).slice(-1);
		await appendFile(join(folder, 'journal', last!), Buffer.alloc(64));
		store = await open();
		expect(problems).toHaveLength(1);
		await yara.type(store, 'twee ');
		await store.close();
		store = await open();
		expect(await read(store, 'open/a')).toBe('een twee ');
		await store.close();
	});

	it('does not read half a room: a damaged file is said, and left as it is', async () => {
		const yara = typist('open/a');
		let store = await open();
		await yara.type(store, 'een ');
		await store.fold();
		await store.fold();
		await store.close();
		const file = join(folder, 'rooms', 'open.a.log');
		await truncate(file, 10);
		store = await open();
		await expect(store.load('open/a')).rejects.toThrow('damaged');
		await yara.type(store, 'twee');
		await store.fold();
		expect(problems.at(-1)).toContain('damaged');
		expect((await readFile(file)).length).toBe(10);
		await store.close();
	});

	it('has everything at every moment of a fold', async () => {
		const yara = typist('open/a');
		const store = await open();
		for (let round = 1; round <= 20; round++) {
			await yara.type(store, '.');
			let folding = true;
			const fold = store.fold().then(() => (folding = false));
			while (folding) expect((await read(store, 'open/a')).length).toBe(round);
			await fold;
		}
		await store.close();
	});

	it('keeps the journal for one fold longer, and no more', async () => {
		const yara = typist('open/a');
		const store = await open();
		await yara.type(store, 'een ');
		const [first] = await journals();
		await store.fold();
		expect(await journals()).toContain(first);
		await store.fold();
		expect(await journals()).not.toContain(first);
		await store.close();
	});

	it('acknowledges nothing while the disk is full, and everything once there is room', async () => {
		const full = vi.spyOn(RoomLog.prototype, 'append').mockRejectedValueOnce(new Error('ENOSPC'));
		const yara = typist('open/a');
		let store = await open();
		const typing = yara.type(store, 'een ');
		await vi.waitUntil(() => problems.length > 0);
		expect(store.healthy).toBe(false);
		await typing;
		expect(store.healthy).toBe(true);
		expect(full).toHaveBeenCalledTimes(2);
		await yara.type(store, 'twee');
		await store.close();
		store = await open();
		expect(await read(store, 'open/a')).toBe('een twee');
		await store.close();
		full.mockRestore();
	});
});
