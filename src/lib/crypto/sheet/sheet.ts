import type { Bytes, Hex } from '../conventions/bytes.ts';
import { toHex } from '../conventions/bytes.ts';
import { dom, keyInfo, NO_ROOM } from '../conventions/dom.ts';
import { hkdf, hkdfSealKey } from '../conventions/hkdf.ts';
import type { SheetCode } from './sheetCode.ts';

/** Under which name a sheet's keys lie at the server: follows from the code, and tells nothing of it. */
export type SheetId = Hex<'sheet'>;
export const SHEET_ID_LENGTH = 16;

const NO_SALT: Bytes = new Uint8Array(0);

export async function sheetIdOf(code: SheetCode): Promise<SheetId> {
	return toHex((await hkdf(code, NO_SALT, keyInfo('sheet/id'))).subarray(0, SHEET_ID_LENGTH));
}

/** The key around the sheet's own keys; it cannot be read out. */
export function sheetKeyOf(code: SheetCode): Promise<CryptoKey> {
	return hkdfSealKey(code, NO_SALT, keyInfo('sheet/key'));
}

/** Without the room: which room it is, is told inside the seal. */
export function sheetData(sheetId: Bytes): Bytes {
	return dom('sheet', NO_ROOM, sheetId);
}

/** The sheet that a blob belongs to. */
export function sheetIdOfBlob(blob: Uint8Array): SheetId {
	return toHex(blob.subarray(0, SHEET_ID_LENGTH));
}
