import { Briefing } from '#lib/domain/circle/briefing.ts';
import type { OpenConference } from './conference.ts';

/** The briefings of everybody the asking person may see them of (BR1). */
export async function listBriefings({ pb, id }: OpenConference): Promise<Briefing[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('briefings').getFullList({ filter, skipTotal: true });
	return rows.map((row) => Briefing.parse(row));
}

/** Ticks what somebody was told, or why it was knowingly skipped. */
export async function saveBriefing({ pb, id }: OpenConference, briefing: Briefing): Promise<void> {
	const filter = pb.filter('participant = {:participant}', { participant: briefing.participant });
	const before = await pb.collection('briefings').getFirstListItem(filter).catch(() => undefined);
	if (before) await pb.collection('briefings').update(before.id, briefing);
	else await pb.collection('briefings').create({ conference: id, ...briefing });
}
