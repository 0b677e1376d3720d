/** The key over everything this device keeps of one room for one person; it cannot be read out. */
export function createStoreKey(): Promise<CryptoKey> {
	return globalThis.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
