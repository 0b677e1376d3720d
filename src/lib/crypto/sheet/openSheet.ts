import { sameBytes, fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { openGcm } from '../conventions/gcm.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { readWhole } from '../conventions/Reader.ts';
import { AGREE, DEVICE_ID_LENGTH, SIGN, type Device, type DeviceId } from '../device/device.ts';
import type { RoomId } from '../roster/record.ts';
import { SHEET_ID_LENGTH, sheetData, sheetIdOf, sheetKeyOf } from './sheet.ts';
import type { SheetCode } from './sheetCode.ts';

/** The device that was on paper, with keys that no script can read out any more, and the room it belongs to. */
export type SheetDevice = Pick<Device, 'id' | 'signKey' | 'agreeKey'>;

/**
 * Opens a sheet's blob with its code. The room comes out of the seal, so it is the one the sheet was made in,
 * whatever the server says (SR1). SR16 where code and blob do not belong together.
 */
export async function openSheet(code: SheetCode, blob: Bytes): Promise<Opened<{ roomId: RoomId; device: SheetDevice }>> {
	const [sheetId, key] = await Promise.all([sheetIdOf(code), sheetKeyOf(code)]);
	const id = fromHex(sheetId);
	if (!sameBytes(blob.subarray(0, SHEET_ID_LENGTH), id)) return refused('SR16');
	const content = await openGcm(key, sheetData(id), blob.slice(SHEET_ID_LENGTH));
	const parts = content && readWhole(content, (reader) => ({
		sign: reader.varBytes(),
		agree: reader.varBytes(),
		roomId: toHex<'room'>(reader.bytes(32)) as RoomId,
		id: toHex<'device'>(reader.bytes(DEVICE_ID_LENGTH)) as DeviceId
	}));
	if (!parts) return refused('SR16');
	const { subtle } = globalThis.crypto;
	try {
		const [signKey, agreeKey] = await Promise.all([
			subtle.importKey('pkcs8', parts.sign, SIGN, false, ['sign']),
			subtle.importKey('pkcs8', parts.agree, AGREE, false, ['deriveBits'])
		]);
		return opened({ roomId: parts.roomId, device: { id: parts.id, signKey, agreeKey } });
	} catch {
		// Whoever made the sheet sealed something else than keys.
		return refused('SR16');
	}
}
