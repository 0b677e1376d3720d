import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import { concat, fromHex, utf8 } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { pad, paddedLength } from '../conventions/padding.ts';
import { write } from '../conventions/write.ts';
import { createDevice } from '../device/createDevice.ts';
import { sign } from '../device/sign.ts';
import { entryKey } from '../generation/entryKey.ts';
import { beginRoster } from '../roster/beginRoster.ts';
import { writeEntryBody } from './body.ts';
import { openEntry } from './openEntry.ts';
import { entryData, entryToSign } from './toSign.ts';

it('[SR28] padding that says something, or a length that does, is refused also from somebody who has the key', async () => {
	const device = await createDevice();
	const { generation, key, roomId } = await beginRoster(device, { person: 'p', name: 'Bas', label: '' });
	const place = { roomId: fromHex(roomId), document: 'g1' };
	const sealKey = await entryKey(key, place.roomId, generation, 'g1');
	const body = writeEntryBody({ kind: 'edit', by: device.id, seq: 1, seen: [], update: utf8('soep') });
	const plain = write((writer) => {
		encoding.writeVarUint8Array(writer, body);
	});
	const signed = concat(plain, await sign(device, entryToSign(place, generation, body)));
	const head = concat(Uint8Array.of(1), fromHex(generation));
	const sealed = async (content: Uint8Array) =>
		openEntry(place, sealKey, concat(head, await sealGcm(sealKey, entryData(place, head), new Uint8Array(content))));

	const right = pad(signed, paddedLength(signed.length));
	expect(await sealed(right)).toMatchObject({ ok: true });
	const message = right.slice();
	message[message.length - 1] = 7;
	expect(await sealed(message)).toEqual({ ok: false, rule: 'SR28' });
	expect(await sealed(pad(signed, 384))).toEqual({ ok: false, rule: 'SR28' });
});
