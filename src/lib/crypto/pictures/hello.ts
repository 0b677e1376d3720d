import { concat, fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { readWhole } from '../conventions/Reader.ts';
import { PUBLIC_KEY_LENGTH, type PublicDevice } from '../device/device.ts';
import { publicDevice } from '../device/publicDevice.ts';
import type { RoomId } from '../roster/record.ts';
import { NUMBER_LENGTH } from './number.ts';

/** What the device inside answers: who it is, which room it is in, and its number. */
export type Hello = { device: PublicDevice; roomId: RoomId; number: Bytes };

/** signPub 65 ‖ agreePub 65 ‖ roomId 32 ‖ number 32 (F4.2). */
export function writeHello({ device, roomId, number }: Hello): Bytes {
	return concat(device.signPub, device.agreePub, fromHex(roomId), number);
}

/** What stands in it; whether it is the one who is on the phone is for the pictures to show. */
export async function readHello(bytes: Bytes): Promise<Opened<Hello>> {
	const read = readWhole(bytes, (reader) => ({
		signPub: reader.bytes(PUBLIC_KEY_LENGTH),
		agreePub: reader.bytes(PUBLIC_KEY_LENGTH),
		roomId: toHex<'room'>(reader.bytes(32)),
		number: reader.bytes(NUMBER_LENGTH)
	}));
	const device = read && (await publicDevice(read.signPub, read.agreePub));
	return device ? opened({ device, roomId: read.roomId, number: read.number }) : refused('SR8');
}
