import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { waitingFor } from '#lib/domain/plan/yes.ts';
import { dictionary } from '#lib/i18n/words.ts';
import { listYeses, saidTo } from '$lib/server/agreement';
import { attempt } from '$lib/server/attempt';
import { openConference, type OpenConference } from '$lib/server/conference';
import { addresseesOf, markOnPaper, mayDeliver, publishByMail } from '$lib/server/delivery';
import { readForm, refuse } from '$lib/server/form';
import { listLooks } from '$lib/server/look';
import { missingNow, MOVES } from '$lib/server/move';
import { listAgreements, presentedVersion } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import type { Actions, PageServerLoad } from './$types';

/** The end of the day for who organises it, and afterwards bringing the plan round. For nobody else (AC3). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const { phase, standing } = conference;
	const closes = standing.roles.has('coordinator') && phase === 'presentation';
	if (!closes && !mayDeliver(conference)) error(404);
	const version = await presentedVersion(conference);
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
		const version = await presentedVersion(conference);
		if (!version || !mayDeliver(conference)) error(404);
		const words = await dictionary(locals.language);
		return { mailed: await publishByMail(conference, version, { origin: url.origin, words }) };
	},

	paper: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ participant: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const version = await presentedVersion(conference);
		if (!version || !mayDeliver(conference)) error(404);
		return attempt(form.data, () => markOnPaper(conference, version, form.data.participant));
	},

	withdraw: async ({ locals, params }) => {
		const outcome = await MOVES.withdraw(await openConference(locals, params.id));
		if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
		redirect(303, '/conference');
	}
};

/** What is missing, and what does not hold the day up but is good to know (PH6). */
async function closingNow(at: OpenConference) {
	const [missing, agreements, yeses, requirements, looks] = await Promise.all([
		missingNow(at),
		listAgreements(at),
		listYeses(at),
		listRequirements(at),
		listLooks(at)
	]);
	const waiting = agreements.flatMap((agreement) => {
		const said = saidTo(agreement.id, yeses).map((participant) => ({ agreement: agreement.number, participant, onBehalfBy: '' }));
		return waitingFor(agreement, said);
	});
	const replaced = new Set(requirements.map(({ replaces }) => replaces));
	const looked = requirements
		.filter(({ id, final }) => final && !replaced.has(id))
		.map(({ id, label }) => ({
			label,
			result: looks.find(({ requirement, version }) => requirement === id && version === at.presented)?.result
		}));
	const labels = (wanted?: string) => looked.filter(({ result }) => result === wanted).map(({ label }) => label);
	return {
		missing: missing ?? [],
		waiting: [...new Set(waiting)],
		notYet: labels('notYet'),
		unlooked: labels(undefined)
	};
}
