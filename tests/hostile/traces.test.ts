import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './places.ts';
import { websocketMessages } from './Tap.ts';
import { findIn } from './traces.ts';

const MARK = 'merkzwaluw 7f3kq';
const around = Buffer.from(`van tevoren ${MARK} en erna, ${'opvulling '.repeat(20)}`);
const isFound = (bytes: Buffer) => findIn([{ name: 'here', bytes }], [MARK])[MARK].length > 0;

/** A file in a zip, as far as a reader needs it. */
function zip(content: Buffer): Buffer {
	const packed = deflateRawSync(content);
	const head = Buffer.alloc(30);
	head.write('PK\x03\x04');
	head.writeUInt16LE(8, 8);
	head.writeUInt32LE(packed.length, 18);
	head.writeUInt16LE(5, 26);
	return Buffer.concat([Buffer.from('before'), head, Buffer.from('a.txt'), packed, Buffer.from('after')]);
}

function masked(payload: Buffer): Buffer {
	const mask = Buffer.of(7, 99, 201, 18);
	const body = Buffer.from(payload.map((byte, i) => byte ^ mask[i % 4]!));
	const length = Buffer.of(0x82, 0x80 | 126, payload.length >> 8, payload.length & 255);
	return Buffer.concat([Buffer.from('GET /sync/x\r\nUpgrade: websocket\r\n\r\n'), length, mask, body]);
}

describe('the search for the marker', () => {
	const forms: Record<string, Buffer> = {
		'plain text': around,
		'16 bits, little end first': Buffer.from(around.toString(), 'utf16le'),
		'16 bits, big end first': Buffer.from(around.toString(), 'utf16le').swap16(),
		...Object.fromEntries([0, 1, 2].map((n) => [`base64, ${n} beside`, Buffer.from(around.subarray(n).toString('base64'))])),
		base64url: Buffer.from(around.toString('base64url')),
		hexadecimal: Buffer.from(around.toString('hex')),
		'percent signs': Buffer.from(encodeURIComponent(around.toString())),
		'a form': Buffer.from(new URLSearchParams({ a: around.toString() }).toString()),
		'percent signs for every letter': Buffer.from(around.toString('hex').replace(/../g, '%$&')),
		gzip: Buffer.concat([Buffer.from('before'), gzipSync(around), Buffer.from('after')]),
		zlib: Buffer.concat([Buffer.from('before'), deflateSync(around), Buffer.from('after')]),
		'gzip in gzip': gzipSync(gzipSync(around)),
		deflate: deflateRawSync(around),
		brotli: brotliCompressSync(around),
		zip: zip(around)
	};
	for (const [form, bytes] of Object.entries(forms)) {
		it(`finds it in ${form}`, () => expect(isFound(bytes)).toBe(true));
	}

	it('does not find what is not there', () => {
		const other = 'merkzwaluw 7f4aa';
		for (const bytes of Object.values(forms)) expect(findIn([{ name: 'here', bytes }], [other])[other]).toEqual([]);
	});

	it('finds it in a masked websocket frame, once that is unmasked', () => {
		expect(isFound(masked(around))).toBe(false);
		expect(websocketMessages(masked(around)).some(isFound)).toBe(true);
	});

	it('finds it in a database: in the log beside it, and over more than one page', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'rondom-traces-'));
		const database = new DatabaseSync(join(folder, 'data.db'));
		try {
			database.exec('PRAGMA journal_mode = WAL; PRAGMA page_size = 512; CREATE TABLE plan (words TEXT)');
			const long = `${'x'.repeat(500)}${'y '.repeat(3000)}`;
			for (let i = 0; i < 40; i++) {
				database.prepare('INSERT INTO plan VALUES (?)').run(`${long.slice(i * 12)}${MARK}${long}`);
			}
			const places = findIn(await filesUnder(folder), [MARK])[MARK];
			expect(places).toContain('data.db-wal');
			expect(places).toContain('data.db, rows of plan');
		} finally {
			database.close();
			await rm(folder, { recursive: true, force: true });
		}
	});
});
