import { error } from '@sveltejs/kit';
import { grants, may } from '#lib/domain/access/access.ts';
import { openForPage } from '$lib/server/conference';
import { listContributions, listHelp, listTopics } from '$lib/server/contribution';
import { listRequirements } from '$lib/server/requirement';
import type { PageServerLoad } from './$types';

/**
 * What the circle hears before it is alone: everything that may be told, by whom, the help there can be, what the
 * plan must hold, and what happens if there is none. Each part as far as the table goes.
 */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	const told = grants(standing, phase, 'contribution').filter(({ portion }) => portion !== 'state');
	const seesRequirements = may(standing, phase, 'requirement', 'read');
	if (!told.length && !seesRequirements) error(404);
	const [topics, contributions, help, requirements] = await Promise.all([
		told.length ? listTopics(conference) : [],
		told.length ? listContributions(conference) : [],
		told.length ? listHelp(conference) : [],
		seesRequirements ? listRequirements(conference) : []
	]);
	return {
		contributions: topics
			.filter(({ open }) => open)
			.flatMap(({ id: of, topic }) => contributions.filter((one) => one.topic === of).map((one) => ({ ...one, topic }))),
		help,
		requirements: requirements.filter(({ final }) => final),
		isLater: !told.length && (phase === 'preparation' || phase === 'information'),
		seesFamilyPaper: grants(standing, phase, 'question').some(({ portion }) => portion === 'all')
	};
};
