import type { RoomId } from '#lib/crypto/roster/record.ts';
import type { Pins } from '../localStore/pins.ts';
import type { OpenStore } from '../sealedRoom/beginRoom.ts';
import { Circle } from '../sealedRoom/Circle.ts';
import { proofOfCircle } from './linkProof.ts';

/**
 * The room this device holds to, and the proof by which the server lets in: to be registered *before* the room is
 * opened, for a server that does not know the room yet refuses it for good (4403). Null when there is none here, or
 * its key is not proven yet (somebody who is still coming in).
 */
export async function proofOfKept(
	conference: string,
	person: string,
	{ pins, openStore }: { pins: Pins; openStore: OpenStore }
): Promise<{ roomId: RoomId; proof: string } | null> {
	const roomId = await pins.read(conference, person);
	if (roomId === null) return null;
	const store = await openStore(roomId, person);
	try {
		const circle = await Circle.load(roomId, store);
		const proof = circle && (await proofOfCircle(circle));
		return proof ? { roomId, proof } : null;
	} finally {
		store.close();
	}
}
