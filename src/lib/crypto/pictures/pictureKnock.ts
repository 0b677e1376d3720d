import * as encoding from 'lib0/encoding';
import type { Bytes } from '../conventions/bytes.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { readWhole } from '../conventions/Reader.ts';
import { write, writeText } from '../conventions/write.ts';
import { publicDevice } from '../device/publicDevice.ts';
import { KNOCK_VERSION, readCaller, writeCaller, type Caller } from '../knock/knock.ts';

/** A knock from afar: to whom, and the commit to the caller's number. Nothing proves it but the pictures. */
export type PictureKnock = Caller & { to: string; commit: Bytes };

/** 01 ‖ caller ‖ to ‖ commit 32 (F4.1). */
export function writePictureKnock(knock: PictureKnock): Bytes {
	return write((writer) => {
		encoding.writeUint8(writer, KNOCK_VERSION);
		writeCaller(writer, knock);
		writeText(writer, knock.to);
		encoding.writeUint8Array(writer, knock.commit);
	});
}

/** What stands in it; who made it is for the pictures to show. */
export async function readPictureKnock(bytes: Bytes): Promise<Opened<PictureKnock>> {
	if (bytes[0] !== KNOCK_VERSION) return refused('SR31');
	const read = readWhole(bytes, (reader) => {
		reader.u8();
		return { ...readCaller(reader), to: reader.text(), commit: reader.bytes(32) };
	});
	if (read === null) return refused('SR6');
	const { signPub, agreePub, ...rest } = read;
	const device = await publicDevice(signPub, agreePub);
	return device ? opened({ ...rest, device }) : refused('SR6');
}
