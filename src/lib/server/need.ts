import type { OpenConference } from './conference.ts';

/** PR1: what somebody needs to take part, in their own words; empty when nothing was said or it is not for the reader. */
export async function needOf(at: OpenConference, participant: string): Promise<string> {
	return ((await rowOf(at, participant))?.text as string | undefined) ?? '';
}

/** Typed by the person or the coordinator; emptied, the row goes. */
export async function saveNeed(at: OpenConference, participant: string, text: string): Promise<void> {
	const needs = at.pb.collection('needs');
	const before = await rowOf(at, participant);
	if (before && text) await needs.update(before.id, { text });
	else if (before) await needs.delete(before.id);
	else if (text) await needs.create({ conference: at.id, participant, text });
}

async function rowOf({ pb }: OpenConference, participant: string) {
	const filter = pb.filter('participant = {:participant}', { participant });
	return (await pb.collection('needs').getList(1, 1, { filter, skipTotal: true })).items[0];
}
