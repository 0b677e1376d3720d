import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Thing } from '#lib/domain/access/thing.ts';
import { HOLDINGS } from '#server/pocketbase/holdings.ts';
import { type TestPocketBase, startForTest } from '#tests/server/pocketbase/startForTest.ts';
import { ASKING } from './cast.ts';
import { type Item, sees } from './expected.ts';
import { inTurns } from './inTurns.ts';
import { markersIn } from './Planting.ts';
import { type Planted, plant } from './seeds/plant.ts';
import { PocketBaseSurface } from './surfaces/pocketbase.ts';

let pb: TestPocketBase;
let planted: Planted;
let surface: PocketBaseSurface;
let items: Item[];

beforeAll(async () => {
	pb = await startForTest();
	await pb.su.settings.update({ rateLimits: { enabled: false } });
	console.time('plant');
	planted = await plant(pb);
	console.timeEnd('plant');
	surface = await PocketBaseSurface.of(pb, planted.accounts);
	items = [...planted.conferences, planted.elsewhere].flatMap((one) => one.items);
}, 120_000);
afterAll(() => pb?.stop());

it('reads', async () => {
	const wrong = new Set<string>();
	const names = [...new Set(items.map((i) => i.collection))];
	console.time('read');
	await inTurns(ASKING.flatMap((who) => names.map((collection) => [who, collection] as const)), async ([who, collection]) => {
		const { text } = await surface.list(who, collection);
		for (const item of items.filter((i) => i.collection === collection)) {
			const found = text.includes(item.marker);
			const exp = sees(who, item);
			if (found !== exp) wrong.add(`${who} ${item.phase} ${collection} ${Object.keys(item.rights)} ${found ? 'LEAK' : 'MISSING'}`);
		}
	});
	console.timeEnd('read');
	console.log(items.length, surface.asked);
	console.log([...wrong].sort().join('\n'));
	console.log('superuser', (await Promise.all(names.map(async (n) => [n, (await surface.list('superuser', n)).text] as const))).flatMap(([n, t]) => items.filter((i) => i.collection === n && !t.includes(i.marker)).map((i) => n + i.phase)));
}, 120_000);
