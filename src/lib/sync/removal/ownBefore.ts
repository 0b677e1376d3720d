import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { SealedRoom, ShownDevice } from '../sealedRoom/SealedRoom.ts';
import { pastOf } from '../sealedRoom/pastOf.ts';

const MINE = 'mine/';

/**
 * This person's other devices that were in before this one came: whoever lost a phone comes in again, and then takes
 * the old one out (F7). Without those of which they said that they still have them.
 */
export async function ownBefore({ circle, devices, store }: SealedRoom): Promise<ShownDevice[]> {
	const { me, roster } = circle;
	if (me?.standing !== 'live') return [];
	const said = new Set((await store.list(MINE)).map(({ name }) => name.slice(MINE.length)));
	const before = pastOf(roster.wellFormed, me.record);
	return devices.filter(
		({ id, person, standing, isSheet, record }) =>
			person === me.person && standing === 'live' && !isSheet && before.has(record) && !said.has(id)
	);
}

/** They are still in the right hands; asked no more. */
export async function stillMine({ store }: SealedRoom, devices: readonly DeviceId[]): Promise<void> {
	await store.change(devices.map((id) => ({ name: MINE + id, content: utf8('1') })));
}
