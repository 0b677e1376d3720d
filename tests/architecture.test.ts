import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The arrows of the house: which room may import from which. Read from the code's own import lines, so that a
 * wrong arrow fails here before anybody gets used to it. The README's map draws the same.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/** A room, and the rooms it may import from. A path belongs to the first room whose folder it lies in. */
const ROOMS: { name: string; folder: string; may: string[] }[] = [
	{ name: 'domain', folder: 'src/lib/domain', may: [] },
	{ name: 'crypto', folder: 'src/lib/crypto', may: [] },
	{ name: 'program', folder: 'src/lib/program', may: ['crypto'] },
	{ name: 'documents', folder: 'src/lib/documents', may: ['domain'] },
	{ name: 'sync/protocol', folder: 'src/lib/sync/protocol.ts', may: [] },
	{ name: 'sync', folder: 'src/lib/sync', may: ['sync/protocol', 'documents', 'crypto'] },
	{ name: 'i18n', folder: 'src/lib/i18n', may: [] },
	{ name: 'state', folder: 'src/lib/state', may: ['sync', 'sync/protocol', 'program', 'documents', 'domain', 'qr', 'i18n'] },
	{ name: 'codes', folder: 'src/lib/server/codeText.ts', may: [] },
	{ name: 'qr', folder: 'src/lib/qr.ts', may: [] },
	{ name: 'lib/server', folder: 'src/lib/server', may: ['codes', 'qr', 'domain', 'i18n'] },
	{ name: 'components/ui', folder: 'src/lib/components/ui', may: ['i18n'] },
	{ name: 'components/views', folder: 'src/lib/components/views', may: ['components/*', 'components/ui', 'state', 'i18n', 'domain'] },
	{ name: 'components/*', folder: 'src/lib/components', may: ['components/ui', 'state', 'program', 'i18n', 'domain'] },
	{
		name: 'routes',
		folder: 'src/routes',
		may: ['components/*', 'components/ui', 'components/views', 'state', 'i18n', 'domain', 'lib/server']
	},
	{ name: 'server/pocketbase', folder: 'server/pocketbase', may: ['domain'] },
	{ name: 'server/sync', folder: 'server/sync', may: ['domain', 'sync/protocol'] },
	{
		name: 'server/demo',
		folder: 'server/demo',
		may: ['server', 'server/pocketbase', 'domain', 'crypto', 'documents', 'sync', 'sync/protocol']
	},
	{ name: 'server', folder: 'server', may: ['server/pocketbase', 'server/sync', 'server/demo', 'domain', 'codes', 'program'] }
];

type Arrow = { from: string; to: string; typesOnly: boolean };

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
	.map((file) => join('src', file))
	.concat(readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' }).map((file) => join('server', file)))
	.filter((file) => /\.(ts|svelte)$/.test(file) && !/\.(test|fixture|d)\.ts$/.test(file));

const arrows: Arrow[] = files.flatMap((file) => {
	const imports = source(file).matchAll(/(import type [^;]*?from|from|import)\s*\(?\s*'([^']+)'/g);
	return [...imports].flatMap(([, how, target]) => {
		const to = resolved(file, target!);
		return to ? [{ from: file, to, typesOnly: how!.startsWith('import type') }] : [];
	});
});

/** Where an import of our own leads, from the top of the repository; undefined for a library. */
function resolved(file: string, target: string): string | undefined {
	if (target.startsWith('.')) return relative(root, join(root, dirname(file), target));
	if (target.startsWith('#lib/')) return `src/lib/${target.slice(5)}`;
	if (target.startsWith('$lib/')) return `src/lib/${target.slice(5)}`;
	if (target.startsWith('#server/')) return `server/${target.slice(8)}`;
	return undefined;
}

function roomOf(path: string) {
	return ROOMS.find(({ folder }) => path === folder || path.startsWith(`${folder}/`));
}

describe('the house', () => {
	it('has no arrow that its map does not draw', () => {
		const wrong = arrows.filter(({ from, to }) => {
			const [here, there] = [roomOf(from), roomOf(to)];
			return here && there && here !== there && !here.may.includes(there.name);
		});
		expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
	});

	it('keeps one concept of the screen apart from another, but for the parts that know none', () => {
		const concept = (path: string) => /^src\/lib\/components\/([a-zA-Z]+)\//.exec(path)?.[1];
		const wrong = arrows.filter(({ from, to }) => {
			const [here, there] = [concept(from), concept(to)];
			return here && there && here !== there && here !== 'views' && there !== 'ui';
		});
		expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
	});

	it('has no circle of files that import each other', () => {
		const next = new Map<string, string[]>();
		for (const { from, to, typesOnly } of arrows) if (!typesOnly) next.set(from, [...(next.get(from) ?? []), to]);
		const done = new Set<string>();
		const circles: string[] = [];
		const walk = (file: string, way: string[]) => {
			if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
			if (way.includes(file) || done.has(file)) return;
			for (const to of next.get(file) ?? []) walk(to, [...way, file]);
			done.add(file);
		};
		for (const file of next.keys()) walk(file, []);
		expect(circles).toEqual([]);
	});

	it('[CK1] asks the machine for the time in one place only', () => {
		const asking = files.filter((file) => /Date\.now\(|new Date\(\)|performance\.now\(/.test(source(file)));
		expect(asking.filter((file) => !mayAskTheTime.has(file))).toEqual([]);
	});

	it('calls the browser’s cryptography from one room only', () => {
		expect(files.filter((file) => /crypto\.subtle/.test(source(file)) && roomOf(file)?.name !== 'crypto')).toEqual([]);
	});

	it('sends forms by one way, which keeps what was typed', () => {
		const importers = files.filter((file) => /enhance[^;]*from '\$app\/forms'/.test(source(file)));
		expect(importers).toEqual(['src/lib/components/ui/enhance.ts']);
	});

	it('opens sockets to the sync server from one room only', () => {
		const importers = files.filter((file) => /from 'y-websocket'/.test(source(file)));
		expect(importers.filter((file) => roomOf(file)?.name !== 'sync')).toEqual([]);
	});

	it('keeps every module readable in one sitting: 250 lines at most', () => {
		const long = files.filter((file) => !file.includes('/i18n/') && source(file).split('\n').length > 251);
		expect(long).toEqual([]);
	});
});

/** The clock port itself, and what runs by the machine's own pace and never by the conference's clock. */
const mayAskTheTime = new Set(['src/lib/domain/clock/clock.ts']);

function source(file: string): string {
	return readFileSync(join(root, file), 'utf8');
}
