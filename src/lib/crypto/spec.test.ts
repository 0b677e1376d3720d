import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const spec = read('./SPEC.md');
const told = [...spec.matchAll(/^- \*\*(SR\d+)\*\*/gm)].map(([, id]) => id!);
const held = [...spec.matchAll(/^\| (SR\d+) \| (.+) \|$/gm)].map(([, id, files]) => ({ id: id!, files: files! }));

/** The rules that begin the title of a test in this file; a title may begin with several. */
function rulesIn(file: string): Set<string> {
	const path = file.startsWith('tests/') ? `../../../${file}.test.ts` : `../${file}.test.ts`;
	const heads = read(path).match(/['"`](\[[A-Z]+\d*\] ?)+/g) ?? [];
	return new Set(heads.flatMap((head) => [...head.matchAll(/\[(SR\d+)\]/g)].map(([, id]) => id!)));
}

it('[SPEC] SPEC.md tells the rules SR1–SR43 once each, and where each is held', () => {
	const all = Array.from({ length: 43 }, (_, i) => `SR${i + 1}`);
	expect(told.toSorted()).toEqual(all.toSorted());
	expect(held.map(({ id }) => id)).toEqual(all);
});

it('[SPEC] every file that is said to hold a rule has a test that begins with it', () => {
	const missing = held.flatMap(({ id, files }) => {
		const named = [...files.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
		expect(named.length).toBeGreaterThan(0);
		return named.filter((file) => !rulesIn(file).has(id)).map((file) => `${id} in ${file}`);
	});
	expect(missing).toEqual([]);
});
