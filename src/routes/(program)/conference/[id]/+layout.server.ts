import { openConference } from '$lib/server/conference';
import type { LayoutServerLoad } from './$types';
import { clock } from '$lib/server/clock';

/** What every page of a conference shows: where we are and who is in it, as far as this person may see. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { id, title, phase, outcome, reviewDate, me, people, standing } = await openConference(locals, params.id);
	return {
		title,
		now: clock.now().getTime(),
		conference: { id, title, phase, outcome, reviewDate },
		me,
		people,
		roles: [...standing.roles]
	};
};
