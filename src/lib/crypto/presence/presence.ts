import * as encoding from 'lib0/encoding';
import { concat, fromHex, type Bytes, type Hex } from '../conventions/bytes.ts';
import { dom } from '../conventions/dom.ts';
import { write, writeText } from '../conventions/write.ts';
import type { DeviceId } from '../device/device.ts';
import type { Place } from '../entry/entry.ts';
import type { GenerationId } from '../generation/generation.ts';

/** One page that is open, 8 random bytes: a device with two tabs has two. */
export type SessionId = Hex<'session'>;
export const SESSION_ID_LENGTH = 8;
/** Presence is filled up to multiples of this. */
export const PRESENCE_STEP = 256;

/** Where somebody is, as JSON text; unsigned, since it informs and never decides (SR39). */
export type Presence = { by: DeviceId; session: SessionId; counter: number; json: string };

export function presenceData({ roomId, document }: Place, generation: GenerationId): Bytes {
	return concat(
		dom('presence', roomId),
		write((writer) => {
			writeText(writer, document);
			encoding.writeUint8Array(writer, fromHex(generation));
		})
	);
}
