import type { Pins } from '../localStore/pins.ts';
import type { OpenStore } from '../sealedRoom/beginRoom.ts';
import { Circle } from '../sealedRoom/Circle.ts';

/** Whether this browser holds keys with which this person is in, as far as it knows: then there is nothing to come in to. */
export async function isInHere(
	conference: string,
	person: string,
	{ pins, openStore }: { pins: Pins; openStore: OpenStore }
): Promise<boolean> {
	const roomId = await pins.read(conference, person);
	if (roomId === null) return false;
	const store = await openStore(roomId, person);
	try {
		return (await Circle.load(roomId, store))?.isLive ?? false;
	} finally {
		store.close();
	}
}
