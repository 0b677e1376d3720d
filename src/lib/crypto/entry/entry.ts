import type { Bytes, Hex } from '../conventions/bytes.ts';
import type { DeviceId } from '../device/device.ts';
import type { GenerationId } from '../generation/generation.ts';

export const ENTRY_VERSION = 1;
/** 01 ‖ generation 16: what stands in front of the seal. */
export const ENTRY_HEAD = 17;
/** The smallest padding step with its seal, and the most that is read at all (SR15). */
export const ENTRY_MIN = 237;
export const ENTRY_MAX = 1024 * 1024;

/** First 8 bytes of a device id: enough to tell devices of one circle apart. */
export type ShortDeviceId = Hex<'short device'>;

export function shortDeviceId(device: DeviceId): ShortDeviceId {
	return device.slice(0, 16) as string as ShortDeviceId;
}

/** How far a device has been read: the highest number of its entries. */
export type Head = { device: ShortDeviceId; seq: number };

/**
 * What an entry carries. `edit`: one Yjs V2 update. `state`: all records and the whole text, in place of what
 * its `seen` covers. `records`: lines of the roster only.
 */
export type EntryContent =
	| { kind: 'edit'; update: Bytes }
	| { kind: 'state'; records: Bytes[]; update: Bytes }
	| { kind: 'records'; records: Bytes[] };

export type Entry = EntryContent & {
	by: DeviceId;
	/** Counts this device's entries in this document, from 1. */
	seq: number;
	/** Of an edit the few heads that moved, of a state all. */
	seen: Head[];
	generation: GenerationId;
};

/** Which document of which room an entry belongs to; an entry means nothing in another (SR16). */
export type Place = { roomId: Bytes; document: string };
