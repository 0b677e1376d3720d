import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dictionary } from '#lib/i18n/words.ts';
import { attempt } from '$lib/server/attempt';
import { closingNow } from '$lib/server/closing';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { addresseesOf, markOnPaper, mayDeliver, publishByMail } from '$lib/server/delivery';
import { readForm, refuse } from '$lib/server/form';
import { MOVES } from '$lib/server/move';
import { presentedVersion, versionOf, type PlanVersion } from '$lib/server/planVersion';
import type { Actions, PageServerLoad } from './$types';

/** The end of the day for who organises it, and afterwards bringing the plan round. For nobody else (AC3). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { phase, standing } = conference;
	const closes = standing.roles.has('coordinator') && phase === 'presentation';
	if (!closes && !mayDeliver(conference)) error(404);
	const version = closes ? await presentedVersion(conference) : await deliverable(conference);
	if (!version) error(404);
	return {
		closing: closes ? await closingNow(conference) : undefined,
		textOnly: version.content.agreements.length === 0,
		addressees: closes ? [] : await addresseesOf(conference, version),
		chosen: version.content.recipients.length > 0,
		isCoordinator: standing.roles.has('coordinator')
	};
};

export const actions: Actions = {
	close: async ({ locals, params }) => {
		const outcome = await MOVES.closeDay(await openConference(locals, params.id));
		if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
		redirect(303, `/conference/${params.id}/close`);
	},

	mail: async ({ locals, params, url }) => {
		const conference = await openConference(locals, params.id);
		const version = await deliverable(conference);
		if (!version) error(404);
		const words = await dictionary(locals.language);
		return { mailed: await publishByMail(conference, version, { origin: url.origin, words }) };
	},

	paper: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ participant: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const version = await deliverable(conference);
		if (!version) error(404);
		return attempt(form.data, () => markOnPaper(conference, version, form.data.participant));
	},

	withdraw: async ({ locals, params }) => {
		const outcome = await MOVES.withdraw(await openConference(locals, params.id));
		if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
		redirect(303, '/conference?withdrawn');
	}
};

/** PL3: what is brought round is the version in force, by who may. */
async function deliverable(at: OpenConference): Promise<PlanVersion | undefined> {
	return mayDeliver(at) ? versionOf(at, at.inForce) : undefined;
}
