import type { TestPocketBase } from '#tests/server/pocketbase/startForTest.ts';
import { ANSWERS_FOR, CAST, FAMILY, GUEST_OF, LISTED, NAMES } from '../cast.ts';
import { of } from '../expected.ts';
import { newMarker, type Planting } from '../Planting.ts';

/** Regions and logins, once for all conferences. */
export async function makeAccounts({ su, account }: TestPocketBase) {
	const here = (await su.collection('regions').create({ name: 'Waterveen' })).id;
	const elsewhere = (await su.collection('regions').create({ name: 'Oosterdal' })).id;
	const accounts: Record<string, string> = {};
	const signingIn = NAMES.filter((name) => CAST[name]!.login !== false);
	await Promise.all(
		signingIn.map(async (name) => {
			const { manages, pool } = CAST[name]!;
			const manager = manages && { manages: manages === 'here' ? here : elsewhere };
			accounts[name] = await account(name, { ...manager, ...(pool && { coordinates: [here] }) });
		})
	);
	return { accounts, regions: { here, elsewhere } };
}

/** The conference itself, everybody in it with their hats, and who was let into the room. */
export function plantPeople(to: Planting, region: string): void {
	const title = newMarker();
	const { id, phase, accounts, people, rows } = to;
	const applicant = accounts.fatma;
	to.plain('conferences', { id, region, title, phase, applicant, reviewDate: '2027-03-01' });
	to.note('conferences', id, title, {
		door: { all: false, state: true },
		application: { own: of('fatma') }
	});
	to.note('my_conferences', '', title, { circleList: { all: false, own: true } });
	for (const name of LISTED) {
		const representing = of(ANSWERS_FOR[name] ?? '');
		const about = { circleList: { own: of(name), names: true, coordination: isCoordinator(name), representing } };
		const { state = 'joined' } = CAST[name]!;
		people[name] = to.row('participants', about, 'name', { account: accounts[name], state }, `row ${name}`);
		to.names[name] = to.items.at(-1)!.marker;
	}
	// Who was let in and then put on a hat that bars stays among those let in.
	plantHats(to, (kind) => kind === 'circle' || kind === 'centralPerson' || kind === 'interpreter');
	plantHats(to, (kind) => kind === 'outsideSupportPerson');
	for (const name of LISTED.filter((one) => CAST[one]!.letIn)) {
		const participant = people[name];
		const door = { all: false, inside: true, own: of(name), minding: true, puttingOut: true };
		to.row('let_in', { door, privateRoom: { all: of(name) } }, 'id', { participant }, `inside ${name}`);
	}
	for (const name of LISTED.filter((one) => CAST[one]!.doorOpened)) {
		const knocking = (who: string) => who === name || FAMILY.includes(who);
		const opening = { participant: people[name], by: people.hulya };
		to.row('door_openings', { door: { all: false, inside: true, knocking } }, 'id', opening, `opening ${name}`);
	}
	const asking = { participant: people.bas, by: people.hulya };
	to.row('let_outs', { door: { all: false, inside: true } }, 'id', asking, 'hulya asks bas out');
	rows[GUEST_OF] = `ro${newMarker().slice(2)}`;
	const before = ['circle', 'centralPerson', 'interpreter', 'outsideSupportPerson'];
	plantHats(to, (kind, ended) => !before.includes(kind) && ended);
	plantHats(to, (kind, ended) => !before.includes(kind) && !ended);
	for (const [who, by] of Object.entries(ANSWERS_FOR)) {
		to.change('participants', people[who]!, { representative: people[by] });
	}
	// What the region manager knows it by, while there is a coordinator to be replaced.
	const isOver = phase === 'application' || phase === 'closed';
	if (!isOver) to.note('coordinations', '', title, { coordination: { all: false, offering: true } });
}

function plantHats(to: Planting, which: (kind: string, ended: boolean) => boolean): void {
	for (const name of LISTED) {
		for (const { kind, ended = false, ...special } of CAST[name]!.hats) {
			if (!which(kind, ended)) continue;
			const representing = of(ANSWERS_FOR[name] ?? '');
			const rights = { circleList: { own: of(name), names: true, coordination: kind === 'coordinator', representing } };
			const agreement = special.agreement && to.rows[special.agreement];
			const body = { participant: to.people[name], kind, ended, ...special, ...(agreement && { agreement }) };
			to.row('hats', rights, 'id', body, `hat ${name} ${kind}`);
		}
	}
}

function isCoordinator(name: string): boolean {
	return CAST[name]!.hats.some(({ kind }) => kind === 'coordinator');
}
