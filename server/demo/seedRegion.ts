import type PocketBase from 'pocketbase';
import { cast } from './cast.ts';
import { Rows } from './Rows.ts';
import { accountOf } from './seedAccounts.ts';

export type Region = { id: string; accounts: Record<string, string> };

/**
 * The region, and who works for it without being in any conference yet: Karin, who matches, and Bram, whom she
 * cannot match. They are the same at every station.
 */
export async function seedRegion(pb: PocketBase): Promise<Region> {
	const rows = new Rows();
	const id = rows.create('regions', { name: cast.municipality });
	const accounts: Record<string, string> = {};
	for (const { org: organisation, ...person } of cast.others) {
		if (person.id !== 'karin' && person.id !== 'bram') continue;
		const role = person.role === 'regionManager' ? { manages: id } : { coordinates: [id] };
		accounts[person.id] = rows.create('accounts', { ...accountOf(person, 0), organisation, ...role });
	}
	await rows.send(pb);
	return { id, accounts };
}
