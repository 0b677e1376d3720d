import { concat, type Bytes } from '../conventions/bytes.ts';
import type { Device } from '../device/device.ts';
import { sign } from '../device/sign.ts';
import { writeBody } from './body.ts';
import { parseRecord } from './parseRecord.ts';
import type { RecordContent, RecordId, RosterRecord } from './record.ts';
import { recordToSign } from './seal.ts';

type Author = Pick<Device, 'id' | 'signKey'>;

/**
 * A new record by this device. `after` must be all heads among the well-formed records, and only those
 * (SR5; `Roster.heads`). What is handed back was read from the bytes, so it is what others will read.
 */
export async function signRecord(
	roomId: Bytes,
	author: Author,
	after: readonly RecordId[],
	content: RecordContent
): Promise<RosterRecord> {
	const body = writeBody({ by: author.id, after: [...after].sort(), content });
	const record = await parseRecord(concat(body, await sign(author, recordToSign(body, roomId))), roomId);
	if (record === null) throw new TypeError(`this ${content.kind} cannot be written down`);
	return record;
}
