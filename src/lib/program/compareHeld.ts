import { fingerprint } from './fingerprint.ts';
import { cacheOf } from './heldVersion.ts';
import type { ProgramFiles } from './programFiles.ts';

/** The files of `list` that this device does not hold exactly so; none when everything fits. */
export async function compareHeld({ version, files }: ProgramFiles, storage: CacheStorage): Promise<string[]> {
	const cache = await storage.open(cacheOf(version));
	const fits = await Promise.all(
		files.map(async ({ path, sha256 }) => {
			const held = await cache.match(path);
			return held !== undefined && (await fingerprint(await held.arrayBuffer())) === sha256;
		})
	);
	return files.filter((_file, index) => !fits[index]).map(({ path }) => path);
}
