import { Phase } from '#lib/domain/conference/phase.ts';
import type { TestPocketBase } from '#tests/server/pocketbase/startForTest.ts';
import { of } from '../expected.ts';
import { newMarker, Planting } from '../Planting.ts';
import { plantAfter } from './after.ts';
import { plantBefore } from './before.ts';
import { plantDay, roomIdOf } from './day.ts';
import { makeAccounts, plantPeople } from './people.ts';

export type Planted = {
	accounts: Record<string, string>;
	/** One conference in each phase, everything in each of them, and one of another family. */
	conferences: Planting[];
	elsewhere: Planting;
};

/** Plants the same things in a conference of every phase, as the program's own jobs would. */
export async function plant(pb: TestPocketBase): Promise<Planted> {
	const { accounts, regions } = await makeAccounts(pb);
	const conferences = Phase.options.map((phase) => new Planting(phase, accounts));
	for (const to of conferences) {
		plantPeople(to, regions.here);
		await to.send(pb.su);
		await renameReferrals(pb, to);
		plantBefore(to);
		plantDay(to);
		plantAfter(to);
		await to.send(pb.su);
	}
	return { accounts, conferences, elsewhere: await plantElsewhere(pb, accounts, regions.here) };
}

/** A hook makes what a referrer learns; under an id of our own it can be recognised. */
async function renameReferrals({ su }: TestPocketBase, to: Planting): Promise<void> {
	const filter = su.filter('conference = {:id}', { id: to.id });
	for (const { id, participant } of await su.collection('referrals').getFullList({ filter })) {
		await su.collection('referrals').delete(id);
		const who = Object.keys(to.people).find((name) => to.people[name] === participant)!;
		const rights = { presentedPlan: { all: false, outcome: of(who) } };
		to.row('referrals', rights, 'id', { participant });
	}
}

/** Another family of the same region, in the midst of its private time. */
async function plantElsewhere(
	{ su }: TestPocketBase,
	accounts: Record<string, string>,
	region: string
): Promise<Planting> {
	const to = new Planting('privateTime', accounts, false);
	const title = newMarker();
	to.plain('conferences', { id: to.id, region, title, phase: to.phase });
	to.note('conferences', to.id, title, { door: { all: false, state: true }, application: {} });
	to.note('my_conferences', '', title, { circleList: { all: false, own: true } });
	to.note('coordinations', '', title, { coordination: { all: false, offering: true } });
	const own = of('xandra');
	const list = { circleList: { own, names: true } };
	to.people.xandra = to.row('participants', list, 'name', { account: accounts.xandra, state: 'joined' });
	const participant = to.people.xandra;
	to.row('hats', list, 'id', { participant, kind: 'centralPerson' });
	to.row('needs', { needs: { own } }, 'text', { participant });
	to.row('messages', { messageOfAbsent: { own, chosen: true } }, 'text', { participant, parts: ['privateTime'] });
	to.row('rooms', { door: { all: false, inside: true }, privateRoom: {} }, 'id', { roomId: roomIdOf(to) });
	await to.send(su);
	return to;
}
