import { fromHex, utf8, type Bytes } from '../conventions/bytes.ts';
import { keyInfo } from '../conventions/dom.ts';
import { hkdfSealKey } from '../conventions/hkdf.ts';
import type { GenerationId } from './generation.ts';

/** The key that seals the entries of one document under one generation; it cannot be read out. */
export function entryKey(key: Bytes, roomId: Bytes, generation: GenerationId, document: string): Promise<CryptoKey> {
	return hkdfSealKey(key, roomId, keyInfo('entry', fromHex(generation), utf8(document)));
}
