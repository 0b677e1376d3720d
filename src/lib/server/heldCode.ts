import type { RecordModel } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { isFamily } from '#lib/domain/access/standing.ts';
import type { OpenConference } from './conference.ts';
import { asSuperuser } from './superuser.ts';

/**
 * Codes that wait (IN3). A code made again for somebody who is in already is shown to that person and to the
 * circle; only they can release it or take it away, never the organiser who made it.
 */
export type HeldCode = { id: string; name: string };

/** The waiting codes that the asking person may release: their own, or anybody's for the circle (never AC4). */
export async function heldCodes({ id, me, people, standing }: OpenConference): Promise<HeldCode[]> {
	if (!me) return [];
	const rows = await asSuperuser('release a waiting code', (pb) => waiting(pb, id));
	const isOfCircle = isFamily(standing) && !standing.barred;
	return rows
		.filter(({ participant }) => isOfCircle || participant === me.id)
		.map(({ id, participant }) => ({ id, name: people.find((person) => person.id === participant)?.name ?? '' }));
}

/** Releases a waiting code, or takes it away. False when it is not theirs to decide, or gone. */
export async function decideHeldCode(conference: OpenConference, id: string, release: boolean): Promise<boolean> {
	const mine = await heldCodes(conference);
	if (!mine.some((code) => code.id === id)) return false;
	return asSuperuser('release a waiting code', async (pb) => {
		if (release) await pb.collection('codes').update(id, { heldBack: false });
		else await pb.collection('codes').delete(id);
		return true;
	});
}

function waiting(pb: PocketBase, conference: string): Promise<RecordModel[]> {
	const filter = pb.filter('conference = {:conference} && heldBack = true', { conference });
	return pb.collection('codes').getFullList({ filter, skipTotal: true });
}
