import { crc32 } from 'node:zlib';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * A file to which batches are only ever added:
 *
 *     batch = length u32 ‖ crc32 u32 ‖ payload        (big-endian; both are about the payload)
 *     payload = n × (room str ‖ update bytes)         (lib0 encoding; Yjs V1 updates)
 *
 * What was torn off by a crash, or by a copy taken halfway, is a tail whose checksum does not fit; reading stops
 * before it. So every prefix of the file is a sound file, and no moment exists at which it cannot be opened.
 */
export class RoomLog {
	readonly #file: FileHandle;
	#size = 0;

	private constructor(file: FileHandle) {
		this.#file = file;
	}

	/** Makes a new log; throws when `path` exists, since adding behind a torn tail would hide what is added. */
	static async create(path: string): Promise<RoomLog> {
		return new RoomLog(await open(path, 'wx', 0o600));
	}

	/** Bytes that are stored. */
	get size(): number {
		return this.#size;
	}

	/**
	 * Resolves when the batch is on the disk, with the same entries, their updates as parts of the one batch.
	 * After an error the log takes no more: go on in a new one.
	 */
	async append(entries: LogEntry[]): Promise<LogEntry[]> {
		const batch = encodeBatch(entries);
		await this.#file.write(batch, 0, batch.length, this.#size);
		await this.#file.datasync();
		this.#size += batch.length;
		return batchAt(batch, 0)!.entries;
	}

	async close(): Promise<void> {
		await this.#file.close();
	}
}

/** One update of one room; the name as on the wire. */
export type LogEntry = { room: string; update: Uint8Array };

/** Everything whole in the log at `path`, and how many bytes behind it could not be read. */
export async function readRoomLog(path: string): Promise<{ entries: LogEntry[]; torn: number }> {
	const bytes = await readFile(path);
	const entries: LogEntry[] = [];
	let at = 0;
	for (let batch = batchAt(bytes, at); batch; batch = batchAt(bytes, at)) {
		entries.push(...batch.entries);
		at = batch.end;
	}
	return { entries, torn: bytes.length - at };
}

const HEADER_BYTES = 8;

function encodeBatch(entries: LogEntry[]): Buffer {
	const encoder = encoding.createEncoder();
	for (const { room, update } of entries) {
		encoding.writeVarString(encoder, room);
		encoding.writeVarUint8Array(encoder, update);
	}
	const payload = encoding.toUint8Array(encoder);
	const header = Buffer.alloc(HEADER_BYTES);
	header.writeUInt32BE(payload.length, 0);
	header.writeUInt32BE(crc32(payload), 4);
	const batch = Buffer.allocUnsafeSlow(header.length + payload.length);
	batch.set(header);
	batch.set(payload, header.length);
	return batch;
}

function batchAt(bytes: Buffer, at: number): { entries: LogEntry[]; end: number } | undefined {
	if (bytes.length - at < HEADER_BYTES) return undefined;
	const length = bytes.readUInt32BE(at);
	const end = at + HEADER_BYTES + length;
	// Some file systems leave zeros at the end after a power cut; the checksum of nothing is zero too.
	if (length === 0 || end > bytes.length) return undefined;
	const payload = bytes.subarray(at + HEADER_BYTES, end);
	if (crc32(payload) !== bytes.readUInt32BE(at + 4)) return undefined;
	const entries: LogEntry[] = [];
	const decoder = decoding.createDecoder(payload);
	while (decoding.hasContent(decoder)) {
		entries.push({ room: decoding.readVarString(decoder), update: decoding.readVarUint8Array(decoder) });
	}
	return { entries, end };
}
