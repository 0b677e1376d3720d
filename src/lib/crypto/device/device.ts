import type { Bytes, Hex } from '../conventions/bytes.ts';

/** First 16 bytes of the hash over a device's public keys. */
export type DeviceId = Hex<'device'>;

/** A device as the others know it. Public keys are raw P-256 points, 65 bytes. */
export type PublicDevice = { id: DeviceId; signPub: Bytes; agreePub: Bytes };

/** This device: one browser profile for one person, with the keys that never leave it. */
export type Device = PublicDevice & { signKey: CryptoKey; agreeKey: CryptoKey };

export const PUBLIC_KEY_LENGTH = 65;
export const DEVICE_ID_LENGTH = 16;
export const SIGNATURE_LENGTH = 64;
export const SIGN = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const AGREE = { name: 'ECDH', namedCurve: 'P-256' } as const;
