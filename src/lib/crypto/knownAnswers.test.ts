import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromBase64Url, fromHex, toHex, utf8, type Bytes } from './conventions/bytes.ts';
import { dom, keyInfo, NO_ROOM } from './conventions/dom.ts';
import { hkdf } from './conventions/hkdf.ts';
import { sha256 } from './conventions/sha256.ts';
import type { Device } from './device/device.ts';
import { deviceIdOf } from './device/deviceIdOf.ts';
import { openEntry } from './entry/openEntry.ts';
import { verifyEntry } from './entry/verifyEntry.ts';
import { commitTo } from './generation/commitTo.ts';
import { entryKey } from './generation/entryKey.ts';
import type { GenerationId } from './generation/generation.ts';
import { presenceKey } from './generation/presenceKey.ts';
import known from './knownAnswers.json' with { type: 'json' };
import { knownDevice } from './knownDevice.fixture.ts';
import { openRow } from './localRow/openRow.ts';
import { openLockbox } from './lockbox/openLockbox.ts';
import { openPresence } from './presence/openPresence.ts';
import { evaluate } from './roster/evaluate.ts';
import { parseRecord } from './roster/parseRecord.ts';
import type { RoomId } from './roster/record.ts';
import { RecordSet } from './roster/RecordSet.ts';
import { openSheet } from './sheet/openSheet.ts';
import { sheetIdOf } from './sheet/sheet.ts';
import { readSheetCode, sheetLetters } from './sheet/sheetCode.ts';

/*
 * Bytes written once and never again: rooms of real families are in this form. A change that breaks one of
 * these tests needs a new version byte, not a new answer.
 */
const roomId = fromHex(known.roomId);
const key = fromHex(known.key);
const generation = known.generation as GenerationId;
const place = { roomId, document: 'g1' };
let device: Device;
let g1: CryptoKey;

beforeAll(async () => {
	device = await knownDevice(known.device);
	g1 = await entryKey(key, roomId, generation, 'g1');
});

async function opensTo(sealed: string) {
	const entry = await openEntry(place, g1, fromHex(sealed));
	if (!entry.ok) throw new Error(entry.rule);
	expect(await verifyEntry(entry.value, device.signPub)).toBe(true);
	expect(entry.value).toMatchObject({ by: device.id, generation });
	expect(entry.value.seen).toEqual([{ device: expect.stringMatching(/^[0-9a-f]{16}$/), seq: 3 }]);
	return entry.value;
}

describe('known answers', () => {
	it('[SR27] a device is named by the hash of its keys', async () => {
		expect(await deviceIdOf(device.signPub, device.agreePub)).toBe(device.id);
		const hash = await sha256(concat(utf8('rondom/1/device'), new Uint8Array(33), device.signPub, device.agreePub));
		expect(toHex(hash.subarray(0, 16))).toBe(device.id);
	});

	it('[SR27] every kind of record reads back, has its id, and its author signed it', async () => {
		const set = new RecordSet(known.roomId as RoomId);
		await set.add(known.records.map(({ bytes }) => fromHex(bytes)));
		expect(set.records).toHaveLength(6);
		for (const { kind, id, bytes } of known.records) {
			expect(await parseRecord(fromHex(bytes), roomId)).toMatchObject({ kind, id, by: device.id });
		}
		const body: Bytes = fromHex(known.records[0]!.bytes).slice(0, -64);
		expect(toHex(await sha256(dom('record', NO_ROOM, body)))).toBe(known.roomId);
		const roster = evaluate(known.roomId as RoomId, set.records);
		expect(roster.wellFormed).toHaveLength(6);
		expect([...roster.devices.values()].map(({ name, standing }) => [name, standing])).toEqual(
			expect.arrayContaining([
				['Yara', 'live'],
				['Bas', 'removed']
			])
		);
	});

	it('[SR10] a key is proved by its commit, and gives each document its own entry key', async () => {
		expect(toHex(await commitTo(key, roomId))).toBe(known.commit);
		const info = keyInfo('entry', fromHex(known.generation), utf8('g1'));
		expect(toHex(await hkdf(key, roomId, info))).toBe(known.entryKeyBits);
		const other = await entryKey(key, roomId, generation, 'book');
		expect(await openEntry(place, other, fromHex(known.edit))).toEqual({ ok: false, rule: 'SR16' });
	});

	it('[SR15] a lockbox of 158 bytes gives the key to the device it was made for', async () => {
		expect(fromHex(known.lockbox)).toHaveLength(158);
		expect(await openLockbox(roomId, fromHex(known.lockbox), device)).toEqual({ ok: true, value: { generation, key } });
	});

	it('[SR27] the three kinds of entry open, with who, which number and what had been seen', async () => {
		expect(await opensTo(known.edit)).toMatchObject({ kind: 'edit', seq: 1, update: utf8('woensdag slaapt Riet hier') });
		const records = known.records.slice(0, 2).map(({ bytes }) => fromHex(bytes));
		expect(await opensTo(known.state)).toMatchObject({ kind: 'state', seq: 2, records, update: utf8('alles') });
		expect(await opensTo(known.recordsEntry)).toMatchObject({ kind: 'records', seq: 300, records: records.slice(1) });
		expect(fromHex(known.edit)).toHaveLength(237);
	});

	it('[SR39] presence opens, and is filled up to steps of 256', async () => {
		const keyOf = () => presenceKey(key, roomId, generation, 'g1');
		expect(await openPresence(place, keyOf, known.presence)).toEqual({
			ok: true,
			value: { by: device.id, session: '0011223344556677', counter: 9, json: '{"where":"strengths"}' }
		});
		expect(fromBase64Url(known.presence)).toHaveLength(16 + 12 + 256 + 16);
	});

	it('[SR27] a sleutelblad of long ago still opens: its letters, its name, the room and the keys in it', async () => {
		const code = fromHex(known.sheet.code);
		expect(await sheetLetters(code)).toBe(known.sheet.letters);
		expect(await readSheetCode(known.sheet.letters)).toEqual({ ok: true, code });
		expect(await sheetIdOf(code)).toBe(known.sheet.id);
		const sheet = await openSheet(code, fromHex(known.sheet.blob));
		if (!sheet.ok) throw new Error(sheet.rule);
		expect(sheet.value).toMatchObject({ roomId: known.roomId, device: { id: device.id } });
		const box = await openLockbox(roomId, fromHex(known.lockbox), sheet.value.device);
		expect(box).toEqual({ ok: true, value: { generation, key } });
	});

	it('[SR37] a row of the local store opens in its own place only', async () => {
		const store = await entryKey(key, roomId, generation, 'store');
		expect(await openRow(store, roomId, 'rows', 'seq/g1', fromHex(known.row))).toEqual(utf8('5'));
		expect(await openRow(store, roomId, 'rows', 'seq/book', fromHex(known.row))).toBeNull();
		expect(await openRow(store, NO_ROOM, 'rows', 'seq/g1', fromHex(known.row))).toBeNull();
	});
});
