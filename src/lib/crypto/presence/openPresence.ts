import { fromBase64Url, toHex, type Bytes } from '../conventions/bytes.ts';
import { openGcm } from '../conventions/gcm.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { isPadding } from '../conventions/padding.ts';
import { readWhole, type Reader } from '../conventions/Reader.ts';
import { DEVICE_ID_LENGTH } from '../device/device.ts';
import type { Place } from '../entry/entry.ts';
import { GENERATION_ID_LENGTH, type GenerationId } from '../generation/generation.ts';
import { presenceData, SESSION_ID_LENGTH, type Presence } from './presence.ts';

const MAX_LETTERS = 16 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readPresence(reader: Reader): Presence {
	const by = toHex<'device'>(reader.bytes(DEVICE_ID_LENGTH));
	const session = toHex<'session'>(reader.bytes(SESSION_ID_LENGTH));
	const counter = reader.varUint();
	return { by, session, counter, json: utf8.decode(reader.varBytes()) };
}

/** Opens an awareness field; `keyOf` gives the presence key of a generation, or null where there is none. */
export async function openPresence(
	place: Place,
	keyOf: (generation: GenerationId) => Promise<CryptoKey | null>,
	field: unknown
): Promise<Opened<Presence>> {
	if (typeof field !== 'string' || field.length > MAX_LETTERS) return refused('SR39');
	try {
		const bytes: Bytes = fromBase64Url(field);
		const generation = toHex<'generation'>(bytes.subarray(0, GENERATION_ID_LENGTH));
		const key = await keyOf(generation);
		if (key === null) return refused('SR39');
		const plain = await openGcm(key, presenceData(place, generation), bytes.slice(GENERATION_ID_LENGTH));
		if (plain === null) return refused('SR16');
		let padded = false;
		const presence = readWhole(plain, (reader) => {
			const value = readPresence(reader);
			padded = isPadding(reader.rest(), 0);
			return value;
		});
		return presence !== null && padded ? opened(presence) : refused('SR28');
	} catch {
		return refused('SR39');
	}
}
