import type { Bytes } from '../conventions/bytes.ts';
import { openGcm } from '../conventions/gcm.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { isPadding, paddedLength } from '../conventions/padding.ts';
import { Reader, readWhole } from '../conventions/Reader.ts';
import { SIGNATURE_LENGTH } from '../device/device.ts';
import { readEntryBody } from './body.ts';
import { ENTRY_HEAD, type Entry, type Place } from './entry.ts';
import { generationOf } from './generationOf.ts';
import { entryData, entryToSign } from './toSign.ts';

/** An entry out of its seal. Until its signature has been verified only the records in it mean anything. */
export type UnsealedEntry = Entry & { signed: Bytes; signature: Bytes };

/**
 * Opens an item of the log with its generation's key. It is read before its signature is verified, because a
 * newcomer's first entry carries the very record that tells whose signature it is; records are signed one by
 * one, and everything else waits for `verifyEntry`.
 */
export async function openEntry(place: Place, key: CryptoKey, item: unknown): Promise<Opened<UnsealedEntry>> {
	const found = generationOf(item);
	if (!found.ok) return found;
	const { bytes, generation } = found.value;
	const plain = await openGcm(key, entryData(place, bytes.slice(0, ENTRY_HEAD)), bytes.slice(ENTRY_HEAD));
	if (plain === null) return refused('SR16');
	const parts = readWhole(plain, (reader: Reader) => {
		const [body, signature] = [reader.varBytes(), reader.bytes(SIGNATURE_LENGTH)];
		return { body, signature, padding: reader.rest() };
	});
	if (parts === null) return refused('SR16');
	const { body, signature, padding } = parts;
	const used = plain.length - padding.length;
	if (!isPadding(padding, 0) || paddedLength(used) !== plain.length) return refused('SR28');
	const content = readWhole(body, readEntryBody);
	if (content === null) return refused('SR16');
	return opened({ ...content, generation, signature, signed: entryToSign(place, generation, body) });
}
