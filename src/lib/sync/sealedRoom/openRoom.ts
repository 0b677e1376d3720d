import type { RoomId } from '#lib/crypto/roster/record.ts';
import type { Pins } from '../localStore/pins.ts';
import type { OpenStore } from './beginRoom.ts';
import { Circle } from './Circle.ts';
import { isOldLink, knewOnlyALink } from './oldLink.ts';
import type { Ports } from './ports.ts';
import { SealedRoom } from './SealedRoom.ts';

export type OpenSettings = {
	pins: Pins;
	openStore: OpenStore;
	ports: Ports;
	/** "Laat niets achter": pins and store are of this page only (F14). */
	keepsNothing?: boolean;
};

/**
 * Opens the room this device holds to, after beginning, entering, or a reload. Null when it holds to none, or has
 * lost its keys: then somebody inside must let it in (again).
 */
export async function openRoom(conference: string, person: string, settings: OpenSettings): Promise<SealedRoom | null> {
	const roomId = await settings.pins.read(conference, person);
	return roomId && openRoomOf(roomId, conference, person, settings);
}

/** The same for a room that this device need not hold to (yet), such as the second of two (F12). */
export async function openRoomOf(
	roomId: RoomId,
	conference: string,
	person: string,
	{ pins, openStore, ports, keepsNothing }: OpenSettings
): Promise<SealedRoom | null> {
	const store = await openStore(roomId, person);
	const circle = await Circle.load(roomId, store);
	if (circle === null || (await knewOnlyALink(circle, store))) {
		store.close();
		return null;
	}
	const room = await SealedRoom.open(circle, { conference, person, store, ports, pins, keepsNothing });
	// Of no use to rooms of today, so it does not travel with them.
	if (circle.live.some(isOldLink)) await (await import('../removal/retireLinks.ts')).retireLinks(room);
	return room;
}
