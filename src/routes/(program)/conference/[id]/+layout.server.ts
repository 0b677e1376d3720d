import { may } from '#lib/domain/access/access.ts';
import { pagesFor } from '#lib/components/conference/pages.ts';
import { knowsEverybody } from '#lib/domain/access/whoCanSee.ts';
import { openForPage } from '$lib/server/conference';
import type { LayoutServerLoad } from './$types';
import { clock } from '$lib/server/clock';

/** What every page of a conference shows: where we are and who is in it, as far as this person may see. */
export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	// Read, so that it is asked anew at every page: where we are and who is in it may have changed.
	void url.pathname;
	const conference = await openForPage(locals, params.id);
	const { id, title, outcome, reviewDate, me, people, standing, coordinatorLeft } = conference;
	// PT1: who may not know whether the door is open is not told the phase either.
	const phase = may(standing, conference.phase, 'door', 'read') ? conference.phase : undefined;
	const now = clock.now().getTime();
	return {
		title,
		now,
		pages: pagesFor({ roles: standing.roles, barred: false, letIn: false }, phase).map((one) => `/conference/${id}/${one}`),
		conference: { id, title, phase, outcome, reviewDate },
		me,
		people,
		reader: { people, knowsAll: knowsEverybody(standing, conference.phase), phase, now, coordinatorLeft },
		roles: [...standing.roles]
	};
};
