import { access, mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Stands in the folder from the moment the demo begins to fill it, when nobody was in it, until it is done. */
export const begunMark = (folder: string) => join(folder, 'demo.begun');

/**
 * A demo that was ended while it filled its folder can neither go on nor begin again there. What it made is set
 * aside, in a folder beside it and not thrown away; then it begins anew. Says so in one line.
 */
export async function setAsideUnfinished(folder: string): Promise<void> {
	const isThere = (path: string) => access(path).then(() => true, () => false);
	if (!(await isThere(begunMark(folder))) || (await isThere(join(folder, 'demo.json')))) return;
	const aside = await mkdtemp(join(folder, 'unfinished-demo-'));
	// The mark goes last: ended halfway, the next start goes on with it.
	for (const part of ['pocketbase', 'sync', 'demo.begun']) {
		const made = join(folder, part);
		if (await isThere(made)) await rename(made, join(aside, part));
	}
	console.log(`De demo was nog niet klaar toen het programma stopte. Wat er al was, staat nu in ${aside}.`);
}
