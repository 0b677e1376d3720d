import type { Bytes } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { rowData } from './localRow.ts';

/** One row of the local store, sealed to its place. */
export function sealRow(key: CryptoKey, roomId: Bytes, store: string, row: string, content: Bytes): Promise<Bytes> {
	return sealGcm(key, rowData(roomId, store, row), content);
}
