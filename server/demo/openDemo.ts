import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningPocketBase } from '../pocketbase/process.ts';
import { openDoors, type Station } from './doors.ts';
import { seedPeople } from './seedPeople.ts';
import { seedPreparation } from './seedPreparation.ts';
import { writeFamilyPapers } from './writeFamilyPapers.ts';

type Place = { pocketbase: RunningPocketBase; port: number; folder: string };

/**
 * The superuser job "demo": fills an empty installation with the fictional case and opens its doors. Started
 * again in the same folder it opens the doors that were there.
 */
export async function openDemo(at: Place) {
	const remembered = join(at.folder, 'demo.json');
	const before = await readFile(remembered, 'utf8').catch(() => undefined);
	if (before) return openDoors(at.pocketbase, JSON.parse(before) as Station[]);
	const stations = await seedStations(at);
	await writeFile(remembered, JSON.stringify(stations));
	return openDoors(at.pocketbase, stations);
}

/** The shared papers are written over the program's own sockets, as the people of the cast would. */
async function seedStations(at: Place): Promise<Station[]> {
	const pb = await at.pocketbase.superuser();
	const place = await seedPeople(pb);
	const { id } = await seedPreparation(pb, place, 'Rust in huis');
	await writeFamilyPapers({ ...at, conference: id, writer: place.accounts.yara ?? '' });
	return [{ name: 'preparation', conference: id, accounts: place.accounts }];
}
