import { error } from '@sveltejs/kit';
import { planFor } from '#lib/domain/plan/recipients.ts';
import { namesIn } from '$lib/server/agreementNames';
import { openForPage } from '$lib/server/conference';
import { addresseesOf, mayDeliver } from '$lib/server/delivery';
import { versionOf } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import type { PageServerLoad } from './$types';

/** PL3: a sheet in big letters for each who has it neither by mail nor on paper yet. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const version = mayDeliver(conference) ? await versionOf(conference, conference.inForce) : undefined;
	if (!version) error(404);
	const [addressees, requirements, names] = await Promise.all([
		addresseesOf(conference, version),
		listRequirements(conference),
		namesIn(conference)
	]);
	const sheets = addressees
		.filter(({ byMail, delivered }) => !delivered && !byMail)
		.map(({ participant, part }) => ({ participant, part, plan: planFor(version.content, { participant, part }) }));
	const labels = Object.fromEntries(requirements.map(({ id, label }) => [id, label]));
	return { sheets, names, labels, version: { number: version.number, round: version.round } };
};
