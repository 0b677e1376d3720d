import { fromHex, type Bytes } from '../conventions/bytes.ts';
import { NO_ROOM } from '../conventions/dom.ts';
import { randomBytes } from '../conventions/random.ts';
import type { Device } from '../device/device.ts';
import { commitTo } from '../generation/commitTo.ts';
import type { GenerationId } from '../generation/generation.ts';
import { generationIdOf, type Belonging, type RoomId, type RosterRecord } from './record.ts';
import { signRecord } from './signRecord.ts';

export type Beginning = { roomId: RoomId; records: RosterRecord[]; generation: GenerationId; key: Bytes };

/** The first two records of a room (F1): who began it, and the first key, which is 32 random bytes. */
export async function beginRoster(device: Device, who: Belonging): Promise<Beginning> {
	const { id, signPub, agreePub } = device;
	const content = { kind: 'genesis' as const, device: { id, signPub, agreePub }, ...who, random: randomBytes(16) };
	const genesis = await signRecord(NO_ROOM, device, [], content);
	const roomId = fromHex(genesis.id);
	const key = randomBytes(32);
	const commit = await commitTo(key, roomId);
	const generation = await signRecord(roomId, device, [genesis.id], { kind: 'generation', commit });
	return {
		roomId: genesis.id as string as RoomId,
		records: [genesis, generation],
		generation: generationIdOf(generation),
		key
	};
}
