import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { Briefing } from '#lib/domain/circle/briefing.ts';
import { attempt } from '$lib/server/attempt';
import { listBriefings, saveBriefing } from '$lib/server/briefing';
import { openConference, openForPage } from '$lib/server/conference';
import { readForm } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	if (!may(standing, phase, 'briefing', 'read')) error(404);
	const organises = may(standing, phase, 'briefing', 'write');
	return { organises, briefings: organises ? await listBriefings(conference) : [] };
};

const tick = z.literal('on').optional().transform(Boolean);
const Ticks = Briefing.extend({
	goal: tick,
	wayOfWorking: tick,
	possibilities: tick,
	responsibilities: tick,
	skippedBecause: z.string().trim().max(2000, 'tooLong').default('')
});

export const actions: Actions = {
	briefing: async ({ request, locals, params }) => {
		const form = await readForm(request, Ticks);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const done = await attempt(form.data, () => saveBriefing(conference, form.data));
		return 'saved' in done ? { ...done, values: { participant: form.data.participant } } : done;
	}
};
