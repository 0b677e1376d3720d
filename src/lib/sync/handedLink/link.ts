import { concat, fromBase64Url, toBase64Url, toHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { readWhole } from '#lib/crypto/conventions/Reader.ts';
import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';

/** What a link says. `signSecret` belongs to a device that was made for the link and admitted. */
export type Link = {
	conference: string;
	roomId: RoomId;
	generation: GenerationId;
	key: Bytes;
	signSecret: Bytes;
	signPub: Bytes;
	agreePub: Bytes;
};

/** How the link's own device is labelled among the devices of the circle. */
export const LINK_LABEL = 'link';

/** What follows `#` in the address. */
export function formatLink({ conference, roomId, generation, key, signSecret, signPub, agreePub }: Link): string {
	const secret = concat(fromHex(roomId), fromHex(generation), key, signSecret, signPub, agreePub);
	return `1.${conference}.${toBase64Url(secret)}`;
}

/** Null for what is no link, or one that lost letters on its way. */
export function parseLink(fragment: string): Link | null {
	const match = /^#?1\.([a-z0-9]{15})\.([A-Za-z0-9_-]{323})$/.exec(fragment.trim());
	if (!match) return null;
	return readWhole(fromBase64Url(match[2]!), (reader) => ({
		conference: match[1]!,
		roomId: toHex<'room'>(reader.bytes(32)),
		generation: toHex<'generation'>(reader.bytes(16)),
		key: reader.bytes(32),
		signSecret: reader.bytes(32),
		signPub: reader.bytes(65),
		agreePub: reader.bytes(65)
	}));
}
