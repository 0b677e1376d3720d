import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { concat, fromBase64Url, fromHex, toBase64Url, toHex, utf8 } from './bytes.ts';
import { dom, NO_ROOM } from './dom.ts';
import { isPadding, pad, paddedLength } from './padding.ts';
import { randomBytes } from './random.ts';
import { Reader, readWhole } from './Reader.ts';
import { write, writeText } from './write.ts';

describe('what everything cryptographic is written in', () => {
	it('[SR27] a purpose, a zero byte and the room stand in front of everything that is signed or sealed', () => {
		const roomId = randomBytes(32);
		expect(dom('entry', roomId, Uint8Array.of(7))).toEqual(
			concat(utf8('rondom/1/entry'), Uint8Array.of(0), roomId, Uint8Array.of(7))
		);
		expect(() => dom('entry', randomBytes(16))).toThrow(RangeError);
		expect(NO_ROOM.every((byte) => byte === 0)).toBe(true);
	});

	it('[SR28] a phrase of one word and one of forty fill the same step; long texts grow by an eighth at most', () => {
		expect([1, 100, 192, 193, 384, 385, 768].map(paddedLength)).toEqual([192, 192, 192, 384, 384, 768, 768]);
		for (let length = 769; length < 300_000; length += 137) {
			const padded = paddedLength(length);
			expect(padded).toBeGreaterThanOrEqual(length);
			expect(padded / length).toBeLessThan(length >= 10_240 ? 1.0626 : 1.125);
			expect(paddedLength(padded)).toBe(padded);
		}
		expect(isPadding(pad(utf8('soep'), 192), 4)).toBe(true);
		expect(isPadding(concat(pad(utf8('soep'), 191), Uint8Array.of(1)), 4)).toBe(false);
	});

	it('a reader never looks past the bytes it was given, and trailing bytes are an error', () => {
		const memory = utf8('brief en geheim');
		const letter = memory.subarray(0, 5);
		expect(readWhole(letter, (reader: Reader) => reader.bytes(6))).toBeNull();
		expect(readWhole(letter, (reader) => reader.bytes(4))).toBeNull();
		expect(readWhole(letter, (reader) => toHex(reader.bytes(5)))).toBe(toHex(letter));
		expect(readWhole(Uint8Array.of(0xff, 0xff, 0xff, 0xff), (reader) => reader.list(() => reader.u8()))).toBeNull();
		expect(readWhole(Uint8Array.of(0x80), (reader) => reader.varUint())).toBeNull();
	});

	it('a name is NFC and has 60 characters at most, wherever it was typed', () => {
		const decomposed = 'Hu\u0308lya';
		const bytes = write((writer) => writeText(writer, decomposed));
		expect(readWhole(bytes, (reader) => reader.text())).toBe('Hülya');
		const long = write((writer) => writeText(writer, '👵'.repeat(70)));
		expect(readWhole(long, (reader) => reader.text())).toBe('👵'.repeat(60));
		const raw = write((writer) => encoding.writeVarString(writer, decomposed));
		expect(readWhole(raw, (reader) => reader.text())).toBeNull();
		expect(readWhole(Uint8Array.of(1, 0xff), (reader) => reader.text())).toBeNull();
	});

	it('hexadecimal and base64url come back as they went, and refuse anything else', () => {
		const bytes = randomBytes(41);
		expect(fromHex(toHex(bytes))).toEqual(bytes);
		expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
		expect(() => fromHex('ABCD')).toThrow(TypeError);
		expect(() => fromBase64Url('a+b/')).toThrow(TypeError);
	});
});
