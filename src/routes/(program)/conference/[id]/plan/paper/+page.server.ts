import { error } from '@sveltejs/kit';
import { recipientsOf } from '#lib/domain/plan/recipients.ts';
import { namesIn } from '$lib/server/agreementNames';
import { withHat } from '$lib/server/asDomain';
import { openForPage } from '$lib/server/conference';
import { listAgreements } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import { shownVersion } from '$lib/server/shownVersion';
import type { PageServerLoad } from './$types';

/** The plan alone, to print; as much of it as the reader may see, or as one person gets it (`?for=`). */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const conference = await openForPage(locals, params.id);
	const [{ id, versions }, requirements, names] = await Promise.all([
		shownVersion(conference, url.searchParams.get('version')),
		listRequirements(conference),
		namesIn(conference)
	]);
	const version = versions.find((one) => one.id === id);
	const agreements = version ? [] : await listAgreements(conference, id);
	if (!version && !agreements.length) error(404);
	const recipients = version ? recipientsOf(version.content, withHat(conference, 'centralPerson', 'circle')) : [];
	return {
		version,
		agreements,
		labels: Object.fromEntries(requirements.map(({ id: requirement, label }) => [requirement, label])),
		names,
		recipients,
		recipient: recipients.find(({ participant }) => participant === url.searchParams.get('for')),
		large: url.searchParams.get('letters') === 'large'
	};
};
