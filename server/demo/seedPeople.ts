import type PocketBase from 'pocketbase';
import { cast } from './cast.ts';

/** Demo logins by the cast's own ids: account id per person. People without a login have none. */
export type Accounts = Record<string, string>;

/** The password of everybody in the demo, so that signing in by hand can be shown too. */
export const demoPassword = 'rust in huis samen';

/** Makes the region and an account for everybody who ever logs in. */
export async function seedPeople(pb: PocketBase): Promise<{ region: string; accounts: Accounts }> {
	const { id: region } = await pb.collection('regions').create({ name: cast.municipality });
	const accounts: Accounts = {};
	const make = async (person: { id: string; name: string; mail: string }, more: object = {}) => {
		const made = await pb.collection('accounts').create({
			name: person.name,
			mail: person.mail,
			handle: `${person.id}-rustinhuis`,
			password: demoPassword,
			passwordConfirm: demoPassword,
			...more
		});
		accounts[person.id] = made.id;
	};
	for (const person of cast.people) {
		if (person.login === 'mail' || person.login === 'link' || person.login === 'letter') await make(person);
	}
	for (const professional of cast.professionals) await make(professional, { organisation: professional.org });
	for (const other of cast.others) {
		const { org: organisation, languages } = other;
		const roles = {
			coordinator: { coordinates: [region], organisation, languages },
			regionManager: { manages: region, organisation },
			interpreter: { languages }
		};
		await make(other, roles[other.role]);
	}
	return { region, accounts };
}
