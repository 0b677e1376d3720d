import { error } from '@sveltejs/kit';
import { namesIn } from '$lib/server/agreementNames';
import { openConference } from '$lib/server/conference';
import { listAgreements, presentedVersion } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import type { PageServerLoad } from './$types';

/** The plan alone, to print; as much of it as the reader may see. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const conference = await openConference(locals, params.id);
	const [version, agreements, requirements, names] = await Promise.all([
		presentedVersion(conference),
		listAgreements(conference),
		listRequirements(conference),
		namesIn(conference)
	]);
	if (!version && !agreements.length) error(404);
	const labels = Object.fromEntries(requirements.map(({ id, label }) => [id, label]));
	return { version, agreements, labels, names, large: url.searchParams.get('letters') === 'large' };
};
