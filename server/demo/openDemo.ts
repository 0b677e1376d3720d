import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { machineClock } from '#lib/domain/clock/clock.ts';
import { openDoors } from './doors.ts';
import { CHEAP, setHashCost, USUAL } from './hashCost.ts';
import { seedRegion } from './seedRegion.ts';
import { seedStation, type Place, type Station } from './seedStation.ts';
import { STATIONS } from './stations.ts';
import { begunMark } from './setAsideUnfinished.ts';
import { tellWelcomePage } from './tellWelcomePage.ts';

/**
 * The superuser job "demo": fills an empty installation with the fictional case at its six moments and opens the
 * doors. Started again in the same folder it opens the doors that were there.
 */
export async function openDemo({ folder, ...place }: Place & { folder: string }) {
	const remembered = join(folder, 'demo.json');
	const before = await readFile(remembered, 'utf8').catch(() => undefined);
	const begun = machineClock.now().getTime();
	const stations = before ? (JSON.parse(before) as Station[]) : await seedStations(place, folder);
	if (!before) {
		// Whole or not at all, whenever the program is ended.
		await writeFile(`${remembered}.new`, JSON.stringify(stations), { mode: 0o600 });
		await rename(`${remembered}.new`, remembered);
	}
	await rm(begunMark(folder), { force: true });
	const opened = openDoors(place.pocketbase, stations);
	tellWelcomePage(opened.doors);
	const seconds = ((machineClock.now().getTime() - begun) / 1000).toFixed(1);
	console.log(`De demo staat klaar: ${stations.length} momenten, ${opened.doors.length} deuren, in ${seconds} s`);
	return opened;
}

async function seedStations(place: Place, folder: string): Promise<Station[]> {
	const pb = await place.pocketbase.superuser();
	const there = await pb.collection('accounts').getList(1, 1, { skipTotal: true });
	if (there.items.length) throw new Error(`in ${folder} staan al mensen; de demo wil een lege map: kies een andere DATA_DIR`);
	await writeFile(begunMark(folder), '');
	return withCheapPasswords(pb, async () => {
		const region = await seedRegion(pb);
		return Promise.all(STATIONS.map(({ name }) => seedStation(place, region, name)));
	});
}

/**
 * Everybody's password is the same and known, and a hundred slow hashes would keep whoever wants to see the demo
 * waiting for ten seconds. Afterwards new passwords are hashed as slowly as they should be.
 */
async function withCheapPasswords<T>(pb: PocketBase, work: () => Promise<T>): Promise<T> {
	await setHashCost(pb, CHEAP);
	try {
		return await work();
	} finally {
		await setHashCost(pb, USUAL);
	}
}
