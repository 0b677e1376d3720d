import { fromHex, utf8, type Bytes } from '../conventions/bytes.ts';
import { keyInfo } from '../conventions/dom.ts';
import { hkdfSealKey } from '../conventions/hkdf.ts';
import type { GenerationId } from './generation.ts';

/** The key that seals who is here and where, per document and generation; it cannot be read out. */
export function presenceKey(key: Bytes, roomId: Bytes, generation: GenerationId, document: string): Promise<CryptoKey> {
	return hkdfSealKey(key, roomId, keyInfo('presence', fromHex(generation), utf8(document)));
}
