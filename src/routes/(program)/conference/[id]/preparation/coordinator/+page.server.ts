import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { grants } from '#lib/domain/access/access.ts';
import { openConference, openForPage } from '$lib/server/conference';
import { answerOffer, askForAnother, changeOf, CoordinatorChange, offerToAnswer, takeBackAsking } from '$lib/server/coordination';
import { readForm } from '$lib/server/form';
import { seesCoordination } from '$lib/server/preparation';
import { tryVerb } from '$lib/server/tryVerb';
import type { Actions, PageServerLoad } from './$types';

/** CO1, CO5: who coordinates, that they declared to be independent, and asking for or answering another. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	if (!seesCoordination(conference)) error(404);
	const { standing, phase } = conference;
	const change = await changeOf(conference);
	const mine = await offerToAnswer(conference, change);
	return {
		change,
		mayAsk: grants(standing, phase, 'coordination').some(({ portion }) => portion === 'asking'),
		toAnswer: mine.map(({ id, name }) => ({ name, isOwn: id === conference.me?.id }))
	};
};

const Asking = z.object({ reason: CoordinatorChange.shape.reason });

export const actions: Actions = {
	ask: async ({ request, locals, params }) => {
		const form = await readForm(request, Asking);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return tryVerb({}, () => askForAnother(conference, form.data.reason));
	},

	takeBack: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ change: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return tryVerb({}, () => takeBackAsking(conference, form.data.change));
	},

	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ answer: z.enum(['yes', 'no']) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return tryVerb({}, () => answerOffer(conference, form.data.answer));
	}
};
