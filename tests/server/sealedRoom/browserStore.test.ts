import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';

/** What page.ts puts on the page; typed loosely, as it runs on the other side. */
declare const rondom: any; // eslint-disable-line @typescript-eslint/no-explicit-any

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address: string;

async function bundle(): Promise<string> {
	const entry = fileURLToPath(new URL('./page.ts', import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } }
	});
	return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

beforeAll(async () => {
	const script = await bundle();
	server = createServer((request, response) => {
		const isScript = request.url === '/page.js';
		response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
		response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
	await browser?.close();
	server.close();
});

async function freshPage(): Promise<Page> {
	const fresh = await context.newPage();
	await fresh.goto(address);
	await fresh.waitForFunction('globalThis.rondom !== undefined');
	return fresh;
}

beforeEach(async () => {
	context = await browser.newContext();
	page = await freshPage();
	return () => context.close();
});

const yara = { person: 'p-yara', name: 'Yara', label: 'telefoon' };
const begin = (on: Page, who = yara) =>
	on.evaluate(async (who) => {
		const pins = await rondom.browserPins();
		const begun = await rondom.beginRoom('rustinhuis00001', who, { pins, openStore: rondom.indexedDbStore });
		begun?.store.close();
		return (begun?.roomId ?? null) as string | null;
	}, who);

describe('what a browser keeps of a room', () => {
	it('[SR38] this browser can keep keys, and the trial leaves nothing', async () => {
		expect(await page.evaluate(() => rondom.canKeepKeys())).toBe(true);
		expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
	});

	it('[SR25] device, roster, key and text are there again after a reload, and no script can read the keys out', async () => {
		const roomId = await begin(page);
		await page.evaluate(async (roomId) => {
			const store = await rondom.indexedDbStore(roomId, 'p-yara');
			await store.change([{ name: 'update/g1/1', content: new TextEncoder().encode('Riet slaapt hier') }]);
		}, roomId);
		const found = await (await freshPage()).evaluate(async (roomId) => {
			const pins = await rondom.browserPins();
			const store = await rondom.indexedDbStore(roomId, 'p-yara');
			const circle = await rondom.Circle.load(roomId, store);
			const device = await store.readDevice();
			return {
				pinned: await pins.read('rustinhuis00001', 'p-yara'),
				isLive: circle.isLive as boolean,
				hasKey: circle.keys.proven(circle.roster.writeGeneration, circle.roster) !== null,
				text: new TextDecoder().decode(await store.read('update/g1/1')),
				readOut: await crypto.subtle.exportKey('pkcs8', device.signKey).then(
					() => 'yes',
					() => 'no'
				)
			};
		}, roomId);
		expect(found).toEqual({ pinned: roomId, isLive: true, hasKey: true, text: 'Riet slaapt hier', readOut: 'no' });
	});

	it('[SR25] no row stands in clear, and a row moved to another place is not taken', async () => {
		const roomId = await begin(page);
		const found = await page.evaluate(async (roomId) => {
			const store = await rondom.indexedDbStore(roomId, 'p-yara');
			await store.change([{ name: 'seq/g1', content: new TextEncoder().encode('geheim woord') }]);
			const db = await new Promise<IDBDatabase>((resolve) => {
				const opening = indexedDB.open(`rondom/${roomId}/p-yara`);
				opening.onsuccess = () => resolve(opening.result);
			});
			const rows = db.transaction('rows', 'readwrite').objectStore('rows');
			const raw = await new Promise<Uint8Array>((resolve) => {
				const reading = rows.get('seq/g1');
				reading.onsuccess = () => resolve(reading.result);
			});
			const moved = db.transaction('rows', 'readwrite');
			moved.objectStore('rows').put(raw, 'seq/book');
			await new Promise((resolve) => (moved.oncomplete = resolve));
			db.close();
			return { raw: String.fromCharCode(...raw), moved: await store.read('seq/book'), inPlace: (await store.read('seq/g1')) !== null };
		}, roomId);
		expect(found.raw).not.toContain('geheim');
		expect(found).toMatchObject({ moved: null, inPlace: true });
	});

	it('[SR7] an invitation keeps its key where no script can read it out, and both go in one step', async () => {
		const found = await page.evaluate(async () => {
			const store = await rondom.indexedDbStore('ef'.repeat(32), 'p-yara');
			const how = { name: 'HMAC', hash: 'SHA-256' };
			const key = await crypto.subtle.importKey('raw', new Uint8Array(32), how, false, ['sign', 'verify']);
			await store.change([{ name: 'invite/1', content: Uint8Array.of(1) }, { name: 'invite/1', key }]);
			const again = await rondom.indexedDbStore('ef'.repeat(32), 'p-yara');
			const kept = await again.readKey('invite/1');
			const readOut = await crypto.subtle.exportKey('raw', kept).then(
				() => 'yes',
				() => 'no'
			);
			const rows = (await again.list('invite/')).length as number;
			await store.change([], ['invite/1']);
			return { readOut, rows, left: [await again.readKey('invite/1'), await again.read('invite/1')] };
		});
		expect(found).toEqual({ readOut: 'no', rows: 1, left: [null, null] });
	});

	it('[SR37] another person in the same browser finds nothing, and a second room for the same one is refused', async () => {
		const roomId = await begin(page);
		expect(await begin(page)).toBeNull();
		const bas = await page.evaluate(async (roomId) => {
			const pins = await rondom.browserPins();
			const store = await rondom.indexedDbStore(roomId, 'p-bas');
			return [await pins.read('rustinhuis00001', 'p-bas'), await store.readDevice(), await store.list('')];
		}, roomId);
		expect(bas).toEqual([null, null, []]);
	});

	it('[SR20] two tabs share one count and one store key, also when they open in the same moment', async () => {
		const other = await freshPage();
		const roomId = 'ab'.repeat(32);
		const write = (on: Page, row: string) =>
			on.evaluate(
				async ([roomId, row]) => {
					const store = await rondom.indexedDbStore(roomId, 'p-yara');
					await store.change([{ name: row, content: new TextEncoder().encode(row) }]);
				},
				[roomId, row]
			);
		await Promise.all([write(page, 'een'), write(other, 'twee')]);
		const rows = await page.evaluate(async (roomId) => {
			const store = await rondom.indexedDbStore(roomId, 'p-yara');
			return (await store.list('')).length as number;
		}, roomId);
		expect(rows).toBe(2);
		const count = (on: Page) =>
			on.evaluate(async () => {
				const store = await rondom.indexedDbStore('cd'.repeat(32), 'p-yara');
				for (let i = 0; i < 20; i++) {
					await rondom.webLocks().hold('count', async () => {
						const kept = await store.read('seq/g1');
						const next = (kept === null ? 0 : Number(new TextDecoder().decode(kept))) + 1;
						await store.change([{ name: 'seq/g1', content: new TextEncoder().encode(String(next)) }]);
					});
				}
				return new TextDecoder().decode(await store.read('seq/g1'));
			});
		const ends = await Promise.all([count(page), count(other)]);
		expect(ends).toContain('40');
	});

	it('wiping leaves nothing of the room, even with another tab open on it', async () => {
		const roomId = await begin(page);
		const other = await freshPage();
		await other.evaluate(async (roomId) => void (await rondom.indexedDbStore(roomId, 'p-yara')), roomId);
		await page.evaluate(async (roomId) => (await rondom.indexedDbStore(roomId, 'p-yara')).wipe(), roomId);
		const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
		expect(left).toEqual(['rondom/rooms']);
	});
});
