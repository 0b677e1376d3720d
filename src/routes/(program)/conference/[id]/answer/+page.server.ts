import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wordsOfApplication } from '$lib/server/application';
import { sayCentralNo, sayCentralYes, wishesOf, yesesToSay } from '$lib/server/centralYes';
import { openConference, openForPage } from '$lib/server/conference';
import { declareIndependence } from '$lib/server/coordination';
import { readForm, refuse } from '$lib/server/form';
import { answerInvitation } from '$lib/server/participant';
import type { Actions, PageServerLoad } from './$types';

/**
 * What begins a conference is said here, before anything else: the yes of each central person (PH1), and later the
 * declaration of whoever was matched (CO1). To everybody else there is no such page (AC3).
 */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	if (conference.standing.roles.has('candidate')) {
		return { candidate: await wordsOfApplication(conference), central: undefined };
	}
	const yeses = await yesesToSay(conference);
	if (!yeses.length) error(404);
	const [wishes, { reasons }] = await Promise.all([wishesOf(conference), wordsOfApplication(conference)]);
	return { candidate: undefined, central: { yeses, wishes, reasons } };
};

const Wishes = z.object({ wishes: z.string().trim().max(4000, 'tooLong').default('') });

export const actions: Actions = {
	yes: async ({ request, locals, params }) => {
		const form = await readForm(request, Wishes);
		if (!form.ok) return form.refused;
		const open = () => openConference(locals, params.id);
		const outcome = await sayCentralYes(await open(), form.data.wishes, open);
		return outcome.ok ? { saved: true } : refuse(form.data, {}, outcome.rule, 409);
	},

	no: async ({ locals, params }) => {
		const open = () => openConference(locals, params.id);
		const outcome = await sayCentralNo(await open(), open);
		if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
		redirect(303, '/said-no');
	},

	declare: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ declares: z.literal('on', 'fillIn') }));
		if (!form.ok) return form.refused;
		const outcome = await declareIndependence(await openConference(locals, params.id), true);
		if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
		redirect(303, `/conference/${params.id}`);
	},

	decline: async ({ locals, params }) => {
		const conference = await openConference(locals, params.id);
		if (!conference.standing.roles.has('candidate')) error(404);
		await answerInvitation(conference, 'declined');
		redirect(303, '/conference');
	}
};
