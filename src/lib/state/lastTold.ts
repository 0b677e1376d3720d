import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { whoseSession } from '#lib/whoseSession.ts';
import type { Places } from './places.ts';
import { RoomInfo } from './roomInfo.ts';

const TOLD = 'told';

/** Keeps, sealed, what the page was told from outside, so that the room opens from this device without a network. */
export async function keepTold(room: SealedRoom, info: RoomInfo): Promise<void> {
	if (room.settings.keepsNothing) return;
	await room.store.change([{ name: TOLD, content: new TextEncoder().encode(JSON.stringify(info)) }]);
}

/**
 * What was told last of this conference to whoever is signed in here. Nobody can ask the server now, so it is the
 * browser's own session that says who that is: another's room is never opened (SR37). Undefined where nothing was kept.
 */
export async function lastTold(conference: string, { pins, openStore }: Places): Promise<RoomInfo | undefined> {
	const whose = whoseSession();
	for (const person of whose ? await pins.persons(conference) : []) {
		const store = await openStore((await pins.read(conference, person))!, person);
		const kept = await store.read(TOLD);
		store.close();
		const { data } = RoomInfo.safeParse(kept && JSON.parse(new TextDecoder().decode(kept)));
		if (data?.me.account === whose) return data;
	}
	return undefined;
}
