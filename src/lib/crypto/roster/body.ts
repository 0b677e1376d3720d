import * as encoding from 'lib0/encoding';
import { fromHex, toHex, type Bytes } from '../conventions/bytes.ts';
import { Malformed, type Reader } from '../conventions/Reader.ts';
import { write, writeList, writeText, type Writer } from '../conventions/write.ts';
import { DEVICE_ID_LENGTH, PUBLIC_KEY_LENGTH, type DeviceId } from '../device/device.ts';
import { HOW, type Belonging, type How, type RecordContent, type RecordId } from './record.ts';

const KIND = { genesis: 1, admit: 2, remove: 3, generation: 4, close: 5, keep: 6 } as const;
export const GENESIS = KIND.genesis;

/** What a body says before the ids in it have been computed: a device's id follows from its keys. */
export type Body = { by: DeviceId; after: RecordId[]; content: ContentOnWire };
type KeysOnWire = { signPub: Bytes; agreePub: Bytes };
export type ContentOnWire =
	| Exclude<RecordContent, { device: unknown }>
	| (Omit<Extract<RecordContent, { kind: 'genesis' }>, 'device'> & { device: KeysOnWire })
	| (Omit<Extract<RecordContent, { kind: 'admit' }>, 'device'> & { device: KeysOnWire });

function writeWho(writer: Writer, device: KeysOnWire, { person, name, label }: Belonging): void {
	encoding.writeUint8Array(writer, device.signPub);
	encoding.writeUint8Array(writer, device.agreePub);
	for (const text of [person, name, label]) writeText(writer, text);
}

function writeContent(writer: Writer, content: ContentOnWire): void {
	switch (content.kind) {
		case 'genesis':
			writeWho(writer, content.device, content);
			return encoding.writeUint8Array(writer, content.random);
		case 'admit':
			writeWho(writer, content.device, content);
			encoding.writeUint8(writer, content.how);
			encoding.writeUint8(writer, content.flags);
			return encoding.writeVarUint8Array(writer, content.sheetBlob);
		case 'remove':
			return writeList(writer, content.devices, (id) => encoding.writeUint8Array(writer, fromHex(id)));
		case 'generation':
			return encoding.writeUint8Array(writer, content.commit);
		case 'close':
			return encoding.writeUint8Array(writer, content.other);
		case 'keep':
			return encoding.writeUint8Array(writer, content.close);
	}
}

/** kind ‖ by ‖ after ‖ fields. */
export function writeBody({ by, after, content }: Body): Bytes {
	return write((writer) => {
		encoding.writeUint8(writer, KIND[content.kind]);
		encoding.writeUint8Array(writer, fromHex(by));
		writeList(writer, after, (id) => encoding.writeUint8Array(writer, fromHex(id)));
		writeContent(writer, content);
	});
}

function readWho(reader: Reader): { device: KeysOnWire } & Belonging {
	const device = { signPub: reader.bytes(PUBLIC_KEY_LENGTH), agreePub: reader.bytes(PUBLIC_KEY_LENGTH) };
	return { device, person: reader.text(), name: reader.text(), label: reader.text() };
}

function readHow(reader: Reader): How {
	const how = reader.u8();
	const known = Object.values(HOW).find((value) => value === how);
	if (known === undefined) throw new Malformed('an unknown way in');
	return known;
}

function readContent(reader: Reader, kind: number): ContentOnWire {
	switch (kind) {
		case KIND.genesis:
			return { kind: 'genesis', ...readWho(reader), random: reader.bytes(16) };
		case KIND.admit: {
			const who = readWho(reader);
			return { kind: 'admit', ...who, how: readHow(reader), flags: reader.u8(), sheetBlob: reader.varBytes() };
		}
		case KIND.remove:
			return { kind: 'remove', devices: reader.list(() => toHex<'device'>(reader.bytes(DEVICE_ID_LENGTH))) };
		case KIND.generation:
			return { kind: 'generation', commit: reader.bytes(32) };
		case KIND.close:
			return { kind: 'close', other: reader.bytes(32) };
		case KIND.keep:
			return { kind: 'keep', close: reader.bytes(32) };
		default:
			throw new Malformed('an unknown kind of record');
	}
}

/** The reverse of `writeBody`; throws Malformed. */
export function readBody(reader: Reader): Body {
	const kind = reader.u8();
	const by = toHex<'device'>(reader.bytes(DEVICE_ID_LENGTH));
	const after = reader.list(() => toHex<'record'>(reader.bytes(32)));
	return { by, after, content: readContent(reader, kind) };
}
