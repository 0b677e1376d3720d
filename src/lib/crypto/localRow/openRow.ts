import type { Bytes } from '../conventions/bytes.ts';
import { openGcm } from '../conventions/gcm.ts';
import { rowData } from './localRow.ts';

/** The content of a row, or null where it is not this row's or was damaged. */
export function openRow(
	key: CryptoKey,
	roomId: Bytes,
	store: string,
	row: string,
	sealed: Bytes
): Promise<Bytes | null> {
	return openGcm(key, rowData(roomId, store, row), sealed);
}
