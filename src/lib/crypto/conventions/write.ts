import * as encoding from 'lib0/encoding';
import type { Bytes } from './bytes.ts';
import { MAX_TEXT } from './Reader.ts';

export type Writer = encoding.Encoder;

/** The bytes that `fill` writes. */
export function write(fill: (writer: Writer) => void): Bytes {
	return encoding.encode(fill);
}

/** A `str` of the protocol: NFC, cut after 60 characters rather than refused, for it is only a name on a list. */
export function writeText(writer: Writer, text: string): void {
	encoding.writeVarString(writer, [...text.normalize('NFC')].slice(0, MAX_TEXT).join('').normalize('NFC'));
}

/** A count, and as many things. */
export function writeList<T>(writer: Writer, things: readonly T[], one: (thing: T) => void): void {
	encoding.writeVarUint(writer, things.length);
	things.forEach(one);
}
