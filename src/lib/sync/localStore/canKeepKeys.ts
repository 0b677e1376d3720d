import { deleteDB, openDB } from 'idb';
import { createStoreKey } from '#lib/crypto/localRow/createStoreKey.ts';

const TRIAL = 'rondom/trial';

/**
 * Whether this browser can begin or enter a room and remember it: a secure address, Web Locks, and a key that
 * can be written down and read back (F1). Private windows and Lockdown Mode fail here (SR38).
 */
export async function canKeepKeys(): Promise<boolean> {
	if (!globalThis.isSecureContext || !navigator.locks) return false;
	try {
		const db = await openDB(TRIAL, 1, { upgrade: (fresh) => void fresh.createObjectStore('keys') });
		await db.put('keys', await createStoreKey(), 'trial');
		const kept: unknown = await db.get('keys', 'trial');
		db.close();
		await deleteDB(TRIAL);
		return kept instanceof CryptoKey;
	} catch {
		return false;
	}
}
