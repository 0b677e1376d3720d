import type { Bytes } from '../conventions/bytes.ts';
import { keyInfo } from '../conventions/dom.ts';
import { hkdf } from '../conventions/hkdf.ts';

/** What a generation record says of its key: proves a key without telling it (SR10). 32 bytes. */
export function commitTo(key: Bytes, roomId: Bytes): Promise<Bytes> {
	return hkdf(key, roomId, keyInfo('commit'));
}
