import { error } from '@sveltejs/kit';
import { may } from '#lib/domain/access/access.ts';
import { openForPage } from '$lib/server/conference';
import { changeOf, offerToAnswer } from '$lib/server/coordination';
import { partsFor, progress, questionsToMe, seesCoordination } from '$lib/server/preparation';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	const organises = may(standing, phase, 'briefing', 'write');
	const [parts, howFar, toAnswer, offered] = await Promise.all([
		partsFor(conference),
		organises ? progress(conference) : undefined,
		questionsToMe(conference),
		seesCoordination(conference) ? changeOf(conference).then((change) => offerToAnswer(conference, change)) : []
	]);
	if (!parts.length) error(404);
	const brings = may(standing, phase, 'contribution', 'write');
	const side = brings ? ('brings' as const) : organises ? ('organises' as const) : ('family' as const);
	return { parts, howFar, toAnswer, isOffered: offered.length > 0, side, isAsked: standing.roles.has('asked') };
};
