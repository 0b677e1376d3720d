import type { Bytes, Hex } from '../conventions/bytes.ts';
import type { DeviceId, PublicDevice } from '../device/device.ts';
import type { GenerationId } from '../generation/generation.ts';

export type RecordId = Hex<'record'>;
/** The id of the first record, 32 bytes: who knows the room's name can tell the true beginning from a false one. */
export type RoomId = Hex<'room'>;

/** How somebody came in, as it is shown to everybody inside. */
export const HOW = { qr: 1, link: 2, pictures: 3, sheet: 4 } as const;
export type How = (typeof HOW)[keyof typeof HOW];

export const FLAG = { keepsNothing: 1, isSheet: 2 } as const;

/** Who a device belongs to. Texts of at most 60 characters; `person` is the participant's id. */
export type Belonging = { person: string; name: string; label: string };

export type RecordContent =
	| ({ kind: 'genesis'; device: PublicDevice; random: Bytes } & Belonging)
	| ({ kind: 'admit'; device: PublicDevice; how: How; flags: number; sheetBlob: Bytes } & Belonging)
	| { kind: 'remove'; devices: DeviceId[] }
	| { kind: 'generation'; commit: Bytes }
	| { kind: 'close'; other: Bytes }
	| { kind: 'keep'; close: Bytes };

/**
 * One line of the roster, as it travels: `bytes` = body ‖ signature. `after` are the records its writer knew
 * as the last ones; they, and not any clock, say what came before what.
 */
export type RosterRecord = RecordContent & {
	id: RecordId;
	by: DeviceId;
	after: RecordId[];
	bytes: Bytes;
};

/** A generation is named by the first 16 bytes of the record that announces it. */
export function generationIdOf(record: { id: RecordId }): GenerationId {
	return record.id.slice(0, 32) as GenerationId;
}
