import { concat, utf8, type Bytes } from './bytes.ts';

const VERSION = 'rondom/1/';

/** Stands for the room where there is none yet, or where it cannot be known yet. */
export const NO_ROOM: Bytes = new Uint8Array(32);

/**
 * What every signature, MAC, hash id and additional data is made over: purpose, a zero byte, the room (32
 * bytes), content. A seal made for one purpose or one room therefore means nothing in another (SR16, SR27).
 */
export function dom(purpose: string, roomId: Uint8Array, ...content: Uint8Array[]): Bytes {
	if (roomId.length !== 32) throw new RangeError('a room id has 32 bytes');
	return concat(utf8(VERSION + purpose), new Uint8Array(1), roomId, ...content);
}

/** The info of a key derivation: the purpose, and what else the key belongs to. */
export function keyInfo(word: string, ...content: Uint8Array[]): Bytes {
	return concat(utf8(VERSION + word), ...content);
}
