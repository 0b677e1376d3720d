import { may } from '#lib/domain/access/access.ts';
import { logReading } from '$lib/server/accessLog';
import { openConference } from '$lib/server/conference';
import type { LayoutServerLoad } from './$types';
import { clock } from '$lib/server/clock';

/** What every page of a conference shows: where we are and who is in it, as far as this person may see. */
export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	const conference = await openConference(locals, params.id);
	const { id, title, phase, outcome, reviewDate, me, people, standing } = conference;
	await logReading(conference, url.pathname.split('/').slice(3).join('/') || 'start');
	return {
		title,
		now: clock.now().getTime(),
		// PT1: who may not know whether the door is open is not told the phase either.
		conference: { id, title, phase: may(standing, phase, 'door', 'read') ? phase : undefined, outcome, reviewDate },
		me,
		people,
		roles: [...standing.roles]
	};
};
