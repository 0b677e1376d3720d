import { fromHex, toBase64Url } from '#lib/crypto/conventions/bytes.ts';
import { keyInfo } from '#lib/crypto/conventions/dom.ts';
import { hkdf } from '#lib/crypto/conventions/hkdf.ts';
import type { Circle } from '../sealedRoom/Circle.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import type { Link } from './link.ts';

/**
 * What the server is told so that it lets a holder of the link in: follows from the key, and tells nothing of it.
 */
export async function linkProof({ key, roomId }: Pick<Link, 'key' | 'roomId'>): Promise<string> {
	return toBase64Url(await hkdf(key, fromHex(roomId), keyInfo('link/proof')));
}

/** The same from inside; null while the key is not proven. */
export async function proofOfCircle({ roster, keys, roomId }: Circle): Promise<string | null> {
	const generation = roster.writeGeneration;
	const key = generation && keys.proven(generation, roster);
	return key ? linkProof({ key, roomId }) : null;
}

export function proofOfRoom({ circle }: SealedRoom): Promise<string | null> {
	return proofOfCircle(circle);
}
