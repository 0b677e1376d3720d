import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { attempt } from '$lib/server/attempt';
import { openConference, openForPage } from '$lib/server/conference';
import { readForm } from '$lib/server/form';
import { addSafety, listSafety, NewSafetyAgreement, removeSafety } from '$lib/server/safety';
import type { Actions, PageServerLoad } from './$types';

/** For who is named in one; to everybody else as if there were no such page (AC3). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const writes = may(conference.standing, conference.phase, 'safety', 'write');
	const agreements = await listSafety(conference);
	if (!writes && !agreements.length) error(404);
	return { agreements, writes };
};

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, NewSafetyAgreement);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt(form.data, () => addSafety(conference, form.data));
	},

	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ agreement: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt({}, () => removeSafety(conference, form.data.agreement));
	}
};
