import type { RecordModel } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { mayRelease } from '#lib/domain/circle/makeCode.ts';
import type { OpenConference } from './conference.ts';
import { asSuperuser } from './superuser.ts';

/**
 * Codes that wait (IN3). A code made again for somebody who is in already is shown to who may release it or take it
 * away: that person, and of the circle whoever did not make it.
 */
export type HeldCode = { id: string; name: string };

/** The waiting codes that the asking person may release: their own, or for family and circle another's. */
export async function heldCodes({ id, me, people }: OpenConference): Promise<HeldCode[]> {
	if (!me) return [];
	const rows = await asSuperuser('release a waiting code', (pb) => waiting(pb, id));
	return rows.flatMap(({ id, participant, by }) => {
		const person = people.find((one) => one.id === participant);
		return person && mayRelease(person, me, by) ? [{ id, name: person.name }] : [];
	});
}

/** Releases a waiting code, or takes it away. False when it is not theirs to decide, or gone. */
export async function decideHeldCode(conference: OpenConference, id: string, release: boolean): Promise<boolean> {
	const mine = await heldCodes(conference);
	if (!mine.some((code) => code.id === id)) return false;
	return asSuperuser('release a waiting code', async (pb) => {
		if (release) await pb.collection('codes').update(id, { heldBack: false, released: true });
		else await pb.collection('codes').delete(id);
		return true;
	});
}

function waiting(pb: PocketBase, conference: string): Promise<RecordModel[]> {
	const filter = pb.filter('conference = {:conference} && heldBack = true', { conference });
	return pb.collection('codes').getFullList({ filter, skipTotal: true });
}
