import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { Belonging, RoomId } from '#lib/crypto/roster/record.ts';
import type { Pins } from '../localStore/pins.ts';
import type { OpenStore } from '../sealedRoom/beginRoom.ts';
import { ENTERING_ROW } from './continueEntering.ts';
import { formatLink, type Link } from './link.ts';

export type Entering = 'ready' | 'otherRoom';

/**
 * Prepares this device to come in with a link: makes its keys and keeps what the link gave. `openRoom` does the
 * rest, also after a reload. `otherRoom`: this device holds to another room of this conference (SR1).
 */
export async function enterByLink(
	link: Link,
	who: Belonging,
	{ pins, openStore }: { pins: Pins; openStore: OpenStore }
): Promise<Entering> {
	const { conference, roomId, generation, key } = link;
	const pinned: RoomId | null = await pins.read(conference, who.person);
	if (pinned !== null && pinned !== roomId) return 'otherRoom';
	const store = await openStore(roomId, who.person);
	try {
		if ((await store.readDevice()) === null) await store.keepDevice(await createDevice());
		await store.change([
			{ name: `generation/${generation}`, content: key },
			{ name: ENTERING_ROW, content: utf8(JSON.stringify({ link: formatLink(link), who })) }
		]);
	} finally {
		store.close();
	}
	return (await pins.pin(conference, who.person, roomId)) ? 'ready' : 'otherRoom';
}
