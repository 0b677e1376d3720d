import * as encoding from 'lib0/encoding';
import type { Bytes } from '../conventions/bytes.ts';
import type { Reader } from '../conventions/Reader.ts';
import { writeText, type Writer } from '../conventions/write.ts';
import { PUBLIC_KEY_LENGTH, type PublicDevice } from '../device/device.ts';

export const KNOCK_VERSION = 1;

/**
 * Somebody at the door, as their own device tells it. `person` is what they say they are: it must be whom the
 * invite is for. `flags` as in an admit (FLAG): whether this device keeps nothing.
 */
export type Caller = { device: PublicDevice; person: string; label: string; flags: number };
export type CallerOnWire = Omit<Caller, 'device'> & { signPub: Bytes; agreePub: Bytes };

/** signPub 65 ‖ agreePub 65 ‖ person ‖ label ‖ flags. */
export function writeCaller(writer: Writer, { device, person, label, flags }: Caller): void {
	encoding.writeUint8Array(writer, device.signPub);
	encoding.writeUint8Array(writer, device.agreePub);
	writeText(writer, person);
	writeText(writer, label);
	encoding.writeUint8(writer, flags);
}

/** The reverse of `writeCaller`; throws Malformed. */
export function readCaller(reader: Reader): CallerOnWire {
	const keys = { signPub: reader.bytes(PUBLIC_KEY_LENGTH), agreePub: reader.bytes(PUBLIC_KEY_LENGTH) };
	return { ...keys, person: reader.text(), label: reader.text(), flags: reader.u8() };
}
