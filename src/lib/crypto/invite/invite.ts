import type { Hex } from '../conventions/bytes.ts';

/** First 8 bytes out of an invite's secret: names it on the wire and tells nothing of it. */
export type InviteId = Hex<'invite'>;
export const INVITE_ID_LENGTH = 8;
export const INVITE_SECRET_LENGTH = 16;

/**
 * What the inviting device keeps of an invite, and what whoever holds the link can compute: the secret itself is
 * in the link and nowhere else (SR7).
 */
export type InviteKey = { id: InviteId; mac: CryptoKey };
