import * as decoding from 'lib0/decoding';
import type { Bytes } from './bytes.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export const MAX_TEXT = 60;

/** Thrown by a Reader on bytes that are not what they should be; callers turn it into a refusal. */
export class Malformed extends Error {}

/**
 * Reads what others made. lib0's decoder would read past the end of a view into whatever lies behind it in
 * memory, so every length is checked here first, and everything handed out is a copy.
 */
export class Reader {
	private readonly decoder: decoding.Decoder;

	constructor(bytes: Uint8Array) {
		this.decoder = decoding.createDecoder(bytes);
	}

	private get left(): number {
		return this.decoder.arr.length - this.decoder.pos;
	}

	u8(): number {
		if (this.left < 1) throw new Malformed('too short');
		return decoding.readUint8(this.decoder);
	}

	varUint(): number {
		try {
			return decoding.readVarUint(this.decoder);
		} catch {
			throw new Malformed('not a number');
		}
	}

	bytes(length: number): Bytes {
		if (length > this.left) throw new Malformed('too short');
		return new Uint8Array(decoding.readUint8Array(this.decoder, length));
	}

	/** A length, and as many bytes. */
	varBytes(): Bytes {
		return this.bytes(this.varUint());
	}

	/** A `str` of the protocol: NFC, at most 60 characters. */
	text(): string {
		let value: string;
		try {
			value = utf8.decode(this.varBytes());
		} catch {
			throw new Malformed('not a text');
		}
		if ([...value].length > MAX_TEXT || value.normalize('NFC') !== value) throw new Malformed('not a short text');
		return value;
	}

	/** A count, and as many things; refused before anything is set aside for more than there can be. */
	list<T>(read: () => T): T[] {
		const count = this.varUint();
		if (count > this.left) throw new Malformed('too short');
		return Array.from({ length: count }, read);
	}

	rest(): Bytes {
		return this.bytes(this.left);
	}

	/** Trailing bytes are an error. */
	end(): void {
		if (this.left > 0) throw new Malformed('too long');
	}
}

/** What `read` makes of all of `bytes`, or null where they are malformed. */
export function readWhole<T>(bytes: Uint8Array, read: (reader: Reader) => T): T | null {
	try {
		const reader = new Reader(bytes);
		const value = read(reader);
		reader.end();
		return value;
	} catch (error) {
		if (error instanceof Malformed) return null;
		throw error;
	}
}
