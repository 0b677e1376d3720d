import { fingerprint } from './fingerprint.ts';
import { cacheOf, heldVersion, POINTER, POINTER_CACHE } from './heldVersion.ts';
import type { ProgramFile, ProgramFiles } from './programFiles.ts';

export type Holding = { ok: true } | { ok: false; because: 'offline' | 'wrongFile'; path: string };

/**
 * Makes `list` the version of this device: every file is fetched and its hash compared before the first is used, and
 * the switch is one write. Whatever goes wrong, the version held before stays in force. Call it on the person's yes.
 */
export async function holdVersion(list: ProgramFiles, storage: CacheStorage, fetched: typeof fetch): Promise<Holding> {
	const before = await heldVersion(storage);
	const cache = await storage.open(cacheOf(list.version));
	const refused = (await Promise.all(list.files.map((file) => keep(file, cache, fetched)))).find((one) => !one.ok);
	if (refused) {
		if (before !== list.version) await storage.delete(cacheOf(list.version));
		return refused;
	}
	await (await storage.open(POINTER_CACHE)).put(POINTER, new Response(list.version));
	if (before && before !== list.version) await storage.delete(cacheOf(before));
	return { ok: true };
}

async function keep({ path, sha256 }: ProgramFile, cache: Cache, fetched: typeof fetch): Promise<Holding> {
	// With a question in its address it passes by the service worker, which answers with the version held now.
	const answer = await fetched(`${path}?offered`, { cache: 'no-store' }).catch(() => null);
	if (!answer?.ok) return { ok: false, because: 'offline', path };
	const body = await answer.clone().arrayBuffer();
	if ((await fingerprint(body)) !== sha256) return { ok: false, because: 'wrongFile', path };
	await cache.put(path, answer);
	return { ok: true };
}
