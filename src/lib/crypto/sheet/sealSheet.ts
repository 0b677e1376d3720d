import * as encoding from 'lib0/encoding';
import { concat, fromHex, type Bytes } from '../conventions/bytes.ts';
import { sealGcm } from '../conventions/gcm.ts';
import { write } from '../conventions/write.ts';
import type { Device } from '../device/device.ts';
import { sheetData, sheetIdOf, sheetKeyOf } from './sheet.ts';
import type { SheetCode } from './sheetCode.ts';

async function pkcs8(key: CryptoKey): Promise<Bytes> {
	return new Uint8Array(await globalThis.crypto.subtle.exportKey('pkcs8', key));
}

/**
 * A device on paper: its pair, made extractable, sealed with what the code gives. Sheet id ‖ seal of both keys
 * (PKCS8, each with its length), the room and the device. The pair is random and wrapped rather than derived from
 * the code, because Safari refuses a private key without its public part. The caller drops the pair.
 */
export async function sealSheet(
	code: SheetCode,
	roomId: Bytes,
	device: Pick<Device, 'id' | 'signKey' | 'agreeKey'>
): Promise<Bytes> {
	const [sheetId, key] = await Promise.all([sheetIdOf(code), sheetKeyOf(code)]);
	const [signKey, agreeKey] = await Promise.all([pkcs8(device.signKey), pkcs8(device.agreeKey)]);
	const content = write((writer) => {
		encoding.writeVarUint8Array(writer, signKey);
		encoding.writeVarUint8Array(writer, agreeKey);
		encoding.writeUint8Array(writer, roomId);
		encoding.writeUint8Array(writer, fromHex(device.id));
	});
	const id = fromHex(sheetId);
	return concat(id, await sealGcm(key, sheetData(id), content));
}
