import * as encoding from 'lib0/encoding';
import { concat, fromHex, toBase64Url } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { pad } from '../conventions/padding.ts';
import { write } from '../conventions/write.ts';
import type { Place } from '../entry/entry.ts';
import type { GenerationId } from '../generation/generation.ts';
import { presenceData, PRESENCE_STEP, type Presence } from './presence.ts';

/** The value of the awareness field `e`: base64url of generation ‖ nonce ‖ seal, always of a stepped length. */
export async function sealPresence(
	place: Place,
	generation: GenerationId,
	key: CryptoKey,
	{ by, session, counter, json }: Presence
): Promise<string> {
	const plain = write((writer) => {
		encoding.writeUint8Array(writer, fromHex(by));
		encoding.writeUint8Array(writer, fromHex(session));
		encoding.writeVarUint(writer, counter);
		encoding.writeVarString(writer, json);
	});
	const padded = pad(plain, Math.ceil(plain.length / PRESENCE_STEP) * PRESENCE_STEP);
	return toBase64Url(concat(fromHex(generation), await sealGcm(key, presenceData(place, generation), padded)));
}
