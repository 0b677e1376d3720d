import { z } from 'zod';
import { isStaff } from '#lib/domain/access/standing.ts';
import type { OpenConference } from './conference.ts';

/**
 * LG1: reading by staff is written down, where the central person can read it: which page, by whom, when. The
 * family's own reading is nobody's business and is not.
 * @param page the page's path within the conference, without anything that was typed
 */
export async function logReading({ pb, id, me, standing }: OpenConference, page: string): Promise<void> {
	if (!me || !isStaff(standing)) return;
	// Of a page about one person or thing, what kind of page it is.
	const kind = page.split('/').filter((part) => !/^[a-z0-9]{15}$/.test(part)).join('/');
	await pb.collection('access_log').create({ conference: id, actor: me.account, action: `read ${kind}` });
}

const Entry = z.object({ number: z.number(), actor: z.string(), action: z.string(), at: z.string() });

/** The entries the asking person may see, newest first, with names looked up (RT2: the log itself holds ids). */
export async function listReadings({ pb, id, people }: OpenConference) {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('access_log').getList(1, 200, { filter, sort: '-number', skipTotal: true });
	return rows.items.map((row) => {
		const { number, actor, action, at } = Entry.parse(row);
		return { number, who: people.find(({ account }) => account === actor)?.name ?? '', action, at };
	});
}
