import type { Bytes } from '../conventions/bytes.ts';
import { verify } from '../device/verify.ts';
import type { UnsealedEntry } from './openEntry.ts';

/** Whether the device that the entry names, whose signing key this is, wrote it (SR17). */
export function verifyEntry(entry: UnsealedEntry, signPub: Bytes): Promise<boolean> {
	return verify(signPub, entry.signed, entry.signature);
}
