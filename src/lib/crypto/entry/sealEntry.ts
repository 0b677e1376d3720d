import * as encoding from 'lib0/encoding';
import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { pad, paddedLength } from '../conventions/padding.ts';
import { write } from '../conventions/write.ts';
import type { Device } from '../device/device.ts';
import { sign } from '../device/sign.ts';
import type { GenerationId } from '../generation/generation.ts';
import { writeEntryBody } from './body.ts';
import { ENTRY_VERSION, type EntryContent, type Head, type Place } from './entry.ts';
import { entryData, entryToSign } from './toSign.ts';

export type EntryToSeal = { seq: number; seen: Head[]; content: EntryContent };

/** An entry as it stands in the log: signed by this device, filled up to a step, sealed for the circle. */
export async function sealEntry(
	place: Place,
	generation: GenerationId,
	key: CryptoKey,
	device: Pick<Device, 'id' | 'signKey'>,
	{ seq, seen, content }: EntryToSeal
): Promise<Bytes> {
	const body = writeEntryBody({ by: device.id, seq, seen, ...content });
	const signature = await sign(device, entryToSign(place, generation, body));
	const plain = write((writer) => {
		encoding.writeVarUint8Array(writer, body);
		encoding.writeUint8Array(writer, signature);
	});
	const head = concat(Uint8Array.of(ENTRY_VERSION), fromHex(generation));
	const seal = await sealGcm(key, entryData(place, head), pad(plain, paddedLength(plain.length)));
	return concat(head, seal);
}
