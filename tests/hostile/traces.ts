import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';

/** Bytes somebody could get hold of, and where they were. */
export type Trace = { name: string; bytes: Buffer };

/** Deep enough for a packed page in a packed backup. */
const MOST_LAYERS = 3;
const MOST_UNPACKED = 256 * 1024 * 1024;

/** How a text may stand in bytes: plain, 16 bits, base64 at each of its three alignments, hexadecimal, percent. */
export function formsOf(text: string): Buffer[] {
	const utf8 = Buffer.from(text);
	const utf16 = Buffer.from(text, 'utf16le');
	const hex = utf8.toString('hex');
	const percent = hex.replace(/../g, '%$&');
	const texts = [
		...[utf8, utf16, Buffer.from(utf16).swap16()].flatMap(base64Of),
		...[hex, hex.toUpperCase(), percent, percent.toUpperCase()],
		...[encodeURIComponent(text), encodeURIComponent(text).replaceAll('%20', '+'), JSON.stringify(text).slice(1, -1)]
	];
	return [utf8, utf16, Buffer.from(utf16).swap16(), ...new Set(texts)].map((form) => Buffer.from(form));
}

/** Without the letters at either end that depend on what stands beside it; in both alphabets. */
function base64Of(bytes: Buffer): string[] {
	return [0, 1, 2].flatMap((before) => {
		const all = Buffer.concat([Buffer.alloc(before), bytes]);
		const letters = all.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
		return [letters, letters.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

/** For each text the names of the traces that hold it in any form, packed or not. */
export function findIn<T extends string>(traces: Iterable<Trace>, texts: readonly T[]): Record<T, string[]> {
	const wanted = texts.map((text) => ({ forms: formsOf(text), names: new Set<string>() }));
	for (const trace of traces) {
		for (const { name, bytes } of unpacked(trace)) {
			for (const { forms, names } of wanted) if (forms.some((form) => bytes.includes(form))) names.add(name);
		}
	}
	return Object.fromEntries(texts.map((text, i) => [text, [...wanted[i]!.names]])) as Record<T, string[]>;
}

/** The bytes themselves, and whatever comes out of them: gzip, zlib, zip, raw deflate, brotli. */
export function* unpacked({ name, bytes }: Trace, layer = 0): Generator<Trace> {
	yield { name, bytes };
	if (layer === MOST_LAYERS) return;
	for (const inner of packedIn(bytes)) yield* unpacked({ name: `${name} > ${inner.name}`, bytes: inner.bytes }, layer + 1);
}

/** With whatever can be read of something that breaks off. */
const far = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED };

function* packedIn(bytes: Buffer): Generator<Trace> {
	const from = (at: number) => bytes.subarray(at);
	for (const at of placesOf(bytes, Buffer.of(0x1f, 0x8b, 8))) {
		yield* tried('gzip', () => inflateRawSync(from(afterGzipHead(bytes, at)), far));
	}
	for (const level of [0x01, 0x5e, 0x9c, 0xda]) {
		for (const at of placesOf(bytes, Buffer.of(0x78, level))) yield* tried('zlib', () => inflateSync(from(at), far));
	}
	for (const at of placesOf(bytes, Buffer.from('PK\x03\x04'))) {
		if (at + 30 > bytes.length || bytes.readUInt16LE(at + 8) !== 8) continue;
		const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
		yield* tried('zip', () => inflateRawSync(from(data), far));
	}
	// These two have no mark to know them by: tried on the whole.
	yield* tried('deflate', () => inflateRawSync(bytes, { maxOutputLength: MOST_UNPACKED }));
	yield* tried('brotli', () => brotliDecompressSync(bytes, { maxOutputLength: MOST_UNPACKED }));
}

/** RFC 1952: ten bytes, then what the flags say. Read by hand, because what follows the stream is not gzip. */
function afterGzipHead(bytes: Buffer, at: number): number {
	const flags = bytes[at + 3] ?? 0;
	let next = at + 10;
	if (flags & 4 && next + 2 <= bytes.length) next += 2 + bytes.readUInt16LE(next);
	for (const text of [8, 16]) if (flags & text) next = bytes.indexOf(0, next) + 1;
	return flags & 2 ? next + 2 : next;
}

function* tried(name: string, unpack: () => Buffer): Generator<Trace> {
	try {
		const bytes = unpack();
		if (bytes.length > 0) yield { name, bytes };
	} catch {
		// Not packed after all.
	}
}

function* placesOf(bytes: Buffer, mark: Buffer): Generator<number> {
	for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) yield at;
}
