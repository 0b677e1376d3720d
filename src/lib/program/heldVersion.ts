/** The cache that names the held version; `static/sw.js` says the same names. */
export const POINTER_CACHE = 'rondom';
export const POINTER = '/held';

/** The cache with the files of one version. */
export function cacheOf(version: string): string {
	return `rondom/${version}`;
}

/** The version this device said yes to last, or null. */
export async function heldVersion(storage: CacheStorage): Promise<string | null> {
	const kept = await storage.match(POINTER, { cacheName: POINTER_CACHE });
	return kept ? kept.text() : null;
}
