import type { RunningPocketBase } from '../pocketbase/process.ts';
import { cast } from './cast.ts';
import { FamilyDevice } from './FamilyDevice.ts';
import { Rows } from './Rows.ts';
import { addAccounts } from './seedAccounts.ts';
import { addApplication, type Seeded } from './seedApplication.ts';
import { addPreparation } from './seedPreparation.ts';
import { tellDay } from './seedDay.ts';
import type { Region } from './seedRegion.ts';
import { isFrom, type StationName } from './stations.ts';
import { writeFamilyPapers } from './writeFamilyPapers.ts';

export type Place = { pocketbase: Pick<RunningPocketBase, 'superuser'>; port: number };

/** What the demo knows of one seeded station. */
export type Station = {
	name: StationName;
	conference: string;
	/** Account ids of everybody who has a door here, by the cast's own ids. */
	accounts: Record<string, string>;
	/** The circle's sleutelblad, behind `#` in the doors of who is in the room; no server is told. Empty without one. */
	sheet: string;
};

/**
 * Tells the case from its first day up to this station: rows as the program's own jobs would write them, papers and
 * sealed room over the program's sockets, by a device of Yara's.
 */
export async function seedStation(at: Place, region: Region, name: StationName): Promise<Station> {
	const pb = await at.pocketbase.superuser();
	const rows = new Rows();
	const accounts = addAccounts(rows, name, region.id);
	const conference = rows.create('conferences', {
		region: region.id,
		title: 'Rust in huis',
		phase: 'application',
		applicant: accounts.ilse
	});
	const seeded: Seeded = { conference, accounts, people: {}, requirements: {}, coordinatorHat: '' };
	if (name === 'application') addApplication(rows, seeded);
	else addPreparation(rows, seeded);
	await rows.send(pb);
	// Karin and Bram are the same people at every station, and of no use once a coordinator was found.
	const doors = isFrom(name, 'privateTime') ? accounts : { ...accounts, ...region.accounts };
	const station = { name, conference, accounts: doors, sheet: '' };
	if (name === 'application') return station;

	const token = await sessionOf(at, accounts.yara!);
	await writeFamilyPapers({ port: at.port, conference, token });
	if (name === 'preparation') return station;
	const { id, name: own } = cast.people.find(({ relation }) => relation === 'central_person')!;
	rows.change('conferences', conference, { phase: 'information' });
	rows.change('conferences', conference, { phase: 'privateTime' });
	await rows.send(pb);
	const device = await FamilyDevice.begin({ port: at.port, conference, person: seeded.people[id]!, name: own, token });
	try {
		await tellDay(rows, seeded, device, name);
		const sheet = await device.sheet();
		await Promise.all([device.isKept(), rows.send(pb)]);
		return { ...station, sheet };
	} finally {
		await device.close();
	}
}

async function sessionOf({ pocketbase }: Place, account: string): Promise<string> {
	const pb = await pocketbase.superuser();
	return (await pb.collection('accounts').impersonate(account, 600)).authStore.token;
}
