import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { LIST_PATH, listing, ProgramFile, type ProgramFiles } from '../src/lib/program/programFiles.ts';

/**
 * Lists every file of the build in `out` that a browser can be given and that is part of the program, writes the
 * list where browsers find it, and returns it. Pictures of the README are not part of the program.
 */
export async function writeProgramFiles(out: string): Promise<ProgramFiles> {
	const client = await filesIn(join(out, 'client'));
	const pages = await filesIn(join(out, 'prerendered'));
	const files = [...client, ...pages.map((page) => ({ ...page, path: page.path.replace(/\.html$/, '') }))];
	const list = { version: hash(listing(files)), files };
	await writeFile(join(out, 'client', LIST_PATH), JSON.stringify(list));
	return list;
}

async function filesIn(folder: string): Promise<ProgramFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const own = paths.filter((path) => !/\.(br|gz)$|[\\/]readme[\\/]|[\\/]program\.json$/.test(path));
	return Promise.all(
		own.map(async (file) => {
			const content = await readFile(file);
			const path = `/${relative(folder, file).replaceAll('\\', '/')}`;
			return ProgramFile.parse({ path, bytes: content.byteLength, sha256: hash(content) });
		})
	);
}

function hash(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
