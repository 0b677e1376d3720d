import type { Bytes } from '../conventions/bytes.ts';
import { SIGNATURE_LENGTH } from '../device/device.ts';
import { verify } from '../device/verify.ts';
import type { RosterRecord } from './record.ts';
import { recordToSign } from './seal.ts';

/** Whether the author, whose public signing key this is, signed the record for this room. */
export function verifyRecord(record: RosterRecord, roomId: Bytes, signPub: Bytes): Promise<boolean> {
	const body = record.bytes.slice(0, -SIGNATURE_LENGTH);
	return verify(signPub, recordToSign(body, roomId), record.bytes.slice(-SIGNATURE_LENGTH));
}
