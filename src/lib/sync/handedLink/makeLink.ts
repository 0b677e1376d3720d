import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { exportSignKey } from '#lib/crypto/device/carrySignKey.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { formatLink, LINK_LABEL } from './link.ts';

const ROW = 'handedLink';

/**
 * The link into this room, to be shown on this member's page: made and admitted the first time, the same from then
 * on. Null while this device is not inside or has no key.
 */
export async function makeLink(room: SealedRoom, conference: string): Promise<string | null> {
	const kept = await room.store.read(ROW);
	if (kept !== null) return new TextDecoder().decode(kept);
	const { circle } = room;
	const { me, roster, keys } = circle;
	const generation = roster.writeGeneration;
	const key = generation && keys.proven(generation, roster);
	if (me?.standing !== 'live' || !generation || !key) return null;

	const { id, signPub, agreePub, signKey } = await createDevice({ extractable: true });
	const signSecret = await exportSignKey(signKey);
	const link = formatLink({ conference, roomId: circle.roomId, generation, key, signSecret, signPub, agreePub });
	const { person, name } = me;
	const admit = await circle.sign({
		kind: 'admit',
		device: { id, signPub, agreePub },
		person,
		name,
		label: LINK_LABEL,
		how: HOW.link,
		flags: 0,
		sheetBlob: new Uint8Array(0)
	});
	await room.store.change([{ name: ROW, content: utf8(link) }]);
	await room.book.publishRecords([admit.bytes]);
	return link;
}
