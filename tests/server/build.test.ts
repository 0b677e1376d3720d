import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { LIST_PATH, ProgramFiles } from '#lib/program/programFiles.ts';
import { ensureBuilt } from '#server/build.ts';

/** The list of the build, beside the files as they lie there: hashed here anew, and by nothing of the program. */
const folder = (name: string) => fileURLToPath(new URL(`../../build/${name}/`, import.meta.url));
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

function hashesIn(name: string): [path: string, sha256: string][] {
	const files = globSync('**/*', { cwd: folder(name), withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name: file }) => `${parentPath}/${file}`);
	return paths.map((path) => [path.slice(folder(name).length - 1), hash(readFileSync(path))]);
}

beforeAll(ensureBuilt);

it('[SR41] the list has each file that a browser gets, with the hash of what is in it, and one version over all', () => {
	const pages = hashesIn('prerendered').map(([path, sha256]): [string, string] => [path.replace(/\.html$/, ''), sha256]);
	// Packed copies of the same, pictures of the README, and the list itself.
	const own = [...hashesIn('client'), ...pages].filter(([path]) => !/\.(br|gz)$|^\/readme\//.test(path) && path !== LIST_PATH);
	const { version, files } = ProgramFiles.parse(JSON.parse(readFileSync(folder('client') + LIST_PATH, 'utf8')));
	expect(Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]))).toEqual(Object.fromEntries(own));
	expect(own.map(([path]) => path)).toEqual(expect.arrayContaining(['/onze-ruimte', '/sw.js', '/favicon.svg']));
	const lines = own.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([path, sha256]) => `${sha256}  ${path}\n`);
	expect(version).toBe(hash(lines.join('')));
});
