import { error } from '@sveltejs/kit';
import { may } from '#lib/domain/access/access.ts';
import { openForPage } from '$lib/server/conference';
import { partsFor, progress, questionsToMe } from '$lib/server/preparation';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	const organises = may(standing, phase, 'briefing', 'write');
	const [parts, howFar, toAnswer] = await Promise.all([
		partsFor(conference),
		organises ? progress(conference) : undefined,
		questionsToMe(conference)
	]);
	if (!parts.length) error(404);
	const brings = may(standing, phase, 'contribution', 'write');
	const side = brings ? ('brings' as const) : organises ? ('organises' as const) : ('family' as const);
	return { parts, howFar, toAnswer, side, isAsked: standing.roles.has('asked') };
};
