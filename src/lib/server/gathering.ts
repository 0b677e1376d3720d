import { gatheringNow, type GatheringNow } from '#lib/domain/conference/gatheringNow.ts';
import type { OpenConference } from './conference.ts';

/** Which gathering's room is used now: the day itself, or the latest the circle opened on its own (PH8). */
export async function roomGathering({ pb, id, phase }: OpenConference): Promise<GatheringNow> {
	if (phase !== 'followThrough' && phase !== 'closed') return gatheringNow(phase);
	const filter = pb.filter('conference = {:id}', { id });
	const { items } = await pb.collection('gatherings').getList(1, 1, { filter, sort: '-number', skipTotal: true });
	const [last] = items;
	return gatheringNow(phase, last && { number: Number(last.number), state: String(last.state) });
}
