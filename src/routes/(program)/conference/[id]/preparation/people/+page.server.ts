import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { dictionary } from '#lib/i18n/words.ts';
import { attempt } from '$lib/server/attempt';
import { openConference, openForPage } from '$lib/server/conference';
import { askForAnother } from '$lib/server/coordination';
import { listShared } from '$lib/server/contact';
import { readForm, refuse } from '$lib/server/form';
import { inviteParticipant, mayInvite } from '$lib/server/invite';
import { addParticipant, listDetails, NewParticipant, writesContacts } from '$lib/server/participant';
import { seesList } from '$lib/server/preparation';
import { listReadiness } from '$lib/server/readiness';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	if (!seesList(conference)) error(404);
	const { standing, phase } = conference;
	const organises = standing.roles.has('coordinator');
	const [details, shared, readiness] = await Promise.all([
		listDetails(conference),
		listShared(conference),
		// PR1, PR2: for the coordinator alone.
		organises && may(standing, phase, 'needs', 'write') ? listReadiness(conference) : undefined
	]);
	return {
		details,
		shared,
		readiness,
		organises,
		listsPeople: may(standing, phase, 'circleList', 'write'),
		invites: mayInvite(conference),
		writesContacts: writesContacts(conference)
	};
};

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, NewParticipant);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const done = await attempt(form.data, () => addParticipant(conference, form.data));
		if ('saved' in done) return { added: form.data.name };
		return done.data.message === 'CO1' ? fail(409, { ...done.data, bound: form.data }) : done;
	},

	/** CO1: the family never loses the helper: the party joins, and the region manager looks for another coordinator. */
	addBound: async ({ request, locals, params }) => {
		const form = await readForm(request, NewParticipant);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const asked = await askForAnother(conference, 'notIndependent');
		if (!asked.ok) return refuse(form.data, {}, asked.rule, 409);
		const done = await attempt(form.data, () => addParticipant(conference, form.data));
		return 'saved' in done ? { added: form.data.name } : done;
	},

	invite: async ({ request, locals, params, url }) => {
		const form = await readForm(request, z.object({ participant: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const text = await dictionary(locals.language);
		const invited = await inviteParticipant(conference, form.data.participant, url.origin, text);
		return invited ? { invited } : refuse({}, {}, 'gone', 409);
	}
};
