import type { Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { sha256 } from '../conventions/sha256.ts';

/** Random bytes that each side adds to the pictures. */
export const NUMBER_LENGTH = 32;

/**
 * What a caller says of its number before it hears the other's (F4.1). So nobody in between can try numbers until
 * the pictures on both sides happen to be the same.
 */
export function commitToNumber(number: Bytes): Promise<Bytes> {
	return sha256(dom('commit', NO_ROOM, number));
}
