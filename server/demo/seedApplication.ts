import type { HatKind } from '#lib/domain/circle/hat.ts';
import { cast } from './cast.ts';
import type { Rows } from './Rows.ts';

/** Ids in one seeded conference, by the cast's own ids. */
export type Seeded = {
	conference: string;
	accounts: Record<string, string>;
	people: Record<string, string>;
	requirements: Record<string, string>;
	/** The hat that the coordinator lays down in the end. */
	coordinatorHat: string;
};

/** Whatever is said of one person of the cast, under one row of their own. */
export type Listed = { id: string; name: string; mail?: string };

export type Wear = { kind: HatKind; organisation?: string; capacity?: string; supports?: string };

/** Somebody on the list, with a contact row where there is mail. */
export function addPerson(rows: Rows, to: Seeded, person: Listed, state: 'asked' | 'joined', hats: Wear[]): string {
	const { conference, accounts } = to;
	const account = accounts[person.id] ?? '';
	const participant = rows.create('participants', { conference, account, name: person.name, state });
	to.people[person.id] = participant;
	if (person.mail) rows.create('contacts', { conference, participant, mail: person.mail });
	for (const { kind, ...special } of hats) {
		const hat = rows.create('hats', { conference, participant, kind, ...special });
		if (kind === 'coordinator') to.coordinatorHat = hat;
	}
	return participant;
}

/** The first day: Ilse has asked for a conference, and Yara still has to say what she wants. */
export function addApplication(rows: Rows, to: Seeded): void {
	const { conference, accounts } = to;
	const yara = cast.people.find(({ relation }) => relation === 'central_person')!;
	const participant = addPerson(rows, to, yara, 'asked', [{ kind: 'centralPerson' }]);
	rows.create('participant_details', { conference, participant, age: yara.age, relation: yara.rel });
	const ilse = cast.professionals.find(({ referrer }) => referrer)!;
	addPerson(rows, to, ilse, 'joined', [{ kind: 'referrer', organisation: ilse.org }]);
	rows.create('applications', { conference, by: accounts.ilse, reason: cast.question.nl });
}
