import { toHex, type Bytes } from '../conventions/bytes.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import type { GenerationId } from '../generation/generation.ts';
import { ENTRY_HEAD, ENTRY_MAX, ENTRY_MIN, ENTRY_VERSION } from './entry.ts';

/**
 * Under which generation an item of the log says it is sealed. SR15 refuses what is no entry at all; SR31
 * marks one of a later version, which is kept untouched.
 */
export function generationOf(item: unknown): Opened<{ bytes: Bytes; generation: GenerationId }> {
	if (!(item instanceof Uint8Array) || item.length < ENTRY_MIN || item.length > ENTRY_MAX) return refused('SR15');
	if (item[0] !== ENTRY_VERSION) return refused('SR31');
	return opened({ bytes: new Uint8Array(item), generation: toHex(item.subarray(1, ENTRY_HEAD)) });
}
