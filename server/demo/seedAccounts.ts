import { cast } from './cast.ts';
import type { Rows } from './Rows.ts';
import { STATION_NAMES, type StationName } from './stations.ts';

/** The password of everybody in the demo, so that signing in by hand can be shown too. */
export const demoPassword = 'rust in huis samen';

/**
 * A login. Each station has its own people, so that nobody finds the same family six times in their list; one mail
 * address is one person at the station of the preparation, where mail is tried.
 * @param station its number, counted from 1; 0 for who is the same everywhere
 */
export function accountOf(person: { id: string; name: string; mail: string }, station: number) {
	const isPlain = station === 0 || STATION_NAMES[station - 1] === 'preparation';
	return {
		name: person.name,
		mail: isPlain ? person.mail : person.mail.replace('@', `+${station}@`),
		handle: `${person.id}-rustinhuis${station ? `-${station}` : ''}`,
		password: demoPassword,
		passwordConfirm: demoPassword
	};
}

/** An account for everybody who ever logs in at this station: account ids by the cast's own ids. */
export function addAccounts(rows: Rows, station: StationName, region: string): Record<string, string> {
	const number = STATION_NAMES.indexOf(station) + 1;
	const accounts: Record<string, string> = {};
	const add = (person: { id: string; name: string; mail: string }, more: object = {}) => {
		accounts[person.id] = rows.create('accounts', { ...accountOf(person, number), ...more });
	};
	const isApplication = station === 'application';
	for (const person of cast.people) {
		const hasLogin = ['mail', 'link', 'letter'].includes(person.login);
		if (isApplication ? person.id === 'yara' : hasLogin) add(person);
	}
	for (const professional of cast.professionals) {
		if (!isApplication || professional.referrer) add(professional, { organisation: professional.org });
	}
	for (const other of cast.others) {
		const { org: organisation, languages } = other;
		// Only while somebody is still to be matched does Amina stand in the region's list.
		const coordinates = isApplication ? [region] : [];
		if (other.id === 'amina') add(other, { organisation, languages, coordinates });
		if (other.role === 'interpreter' && !isApplication) add(other, { languages });
	}
	return accounts;
}
