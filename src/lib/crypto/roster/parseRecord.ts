import type { Bytes } from '../conventions/bytes.ts';
import { readWhole } from '../conventions/Reader.ts';
import { SIGNATURE_LENGTH } from '../device/device.ts';
import { deviceIdOf } from '../device/deviceIdOf.ts';
import { readBody, type ContentOnWire } from './body.ts';
import type { RecordContent, RosterRecord } from './record.ts';
import { recordIdOf } from './seal.ts';

async function withDeviceId(content: ContentOnWire): Promise<RecordContent> {
	if (content.kind !== 'genesis' && content.kind !== 'admit') return content;
	const { signPub, agreePub } = content.device;
	return { ...content, device: { id: await deviceIdOf(signPub, agreePub), signPub, agreePub } };
}

/** A record from the bytes in which it travels; null for what is none. Its signature is a separate question. */
export async function parseRecord(bytes: Bytes, roomId: Bytes): Promise<RosterRecord | null> {
	if (bytes.length <= SIGNATURE_LENGTH) return null;
	const body = bytes.slice(0, -SIGNATURE_LENGTH);
	const read = readWhole(body, readBody);
	if (read === null) return null;
	const [content, id] = await Promise.all([withDeviceId(read.content), recordIdOf(body, roomId)]);
	if (content.kind === 'genesis' && (content.device.id !== read.by || read.after.length > 0)) return null;
	return { ...content, id, by: read.by, after: read.after, bytes };
}
