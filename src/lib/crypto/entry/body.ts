import * as encoding from 'lib0/encoding';
import { fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { Malformed, type Reader } from '../conventions/Reader.ts';
import { write, writeList } from '../conventions/write.ts';
import { DEVICE_ID_LENGTH } from '../device/device.ts';
import type { Entry, EntryContent } from './entry.ts';

const KIND = { edit: 1, state: 2, records: 3 } as const;

export type EntryBody = Omit<Entry, 'generation'> & EntryContent;

/** kind ‖ by ‖ seq ‖ seen ‖ payload. */
export function writeEntryBody(body: EntryBody): Bytes {
	return write((writer) => {
		encoding.writeUint8(writer, KIND[body.kind]);
		encoding.writeUint8Array(writer, fromHex(body.by));
		encoding.writeVarUint(writer, body.seq);
		writeList(writer, body.seen, (head) => {
			encoding.writeUint8Array(writer, fromHex(head.device));
			encoding.writeVarUint(writer, head.seq);
		});
		if ('records' in body) {
			writeList(writer, body.records, (record) => encoding.writeVarUint8Array(writer, record));
		}
		if ('update' in body) encoding.writeUint8Array(writer, body.update);
	});
}

function readContent(reader: Reader, kind: number): EntryContent {
	const records = () => reader.list(() => reader.varBytes());
	if (kind === KIND.edit) return { kind: 'edit', update: reader.rest() };
	if (kind === KIND.state) return { kind: 'state', records: records(), update: reader.rest() };
	if (kind === KIND.records) return { kind: 'records', records: records() };
	throw new Malformed('an unknown kind of entry');
}

/** The reverse of `writeEntryBody`; throws Malformed. */
export function readEntryBody(reader: Reader): EntryBody {
	const kind = reader.u8();
	const by = toHex<'device'>(reader.bytes(DEVICE_ID_LENGTH));
	const seq = reader.varUint();
	const seen = reader.list(() => ({ device: toHex<'short device'>(reader.bytes(8)), seq: reader.varUint() }));
	return { by, seq, seen, ...readContent(reader, kind) };
}
