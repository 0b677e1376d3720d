import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { listYeses, sayYesTo } from '$lib/server/agreement';
import { openConference } from '$lib/server/conference';
import { readForm, refuse } from '$lib/server/form';
import { listLooks, look, NewLook } from '$lib/server/look';
import { ruleOf } from '$lib/server/refusal';
import { presentedVersion, listAgreements } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const [version, agreements, requirements, looks, yeses] = await Promise.all([
		presentedVersion(conference),
		listAgreements(conference),
		listRequirements(conference),
		listLooks(conference),
		listYeses(conference)
	]);
	const { standing, phase } = conference;
	return { version, presented: conference.presented, agreements, requirements, looks, yeses, looksAt: may(standing, phase, 'look', 'write') };
};

export const actions: Actions = {
	look: async ({ request, locals, params }) => {
		const form = await readForm(request, NewLook);
		if (!form.ok) return form.refused;
		try {
			await look(await openConference(locals, params.id), form.data);
			return { saved: true };
		} catch (error) {
			return refuse(form.data, {}, ruleOf(error) ?? 'gone', 409);
		}
	},

	yes: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ agreement: z.string().min(1), participant: z.string().min(1) }));
		if (!form.ok) return form.refused;
		try {
			await sayYesTo(await openConference(locals, params.id), form.data.agreement, form.data.participant);
			return { saved: true };
		} catch (error) {
			return refuse(form.data, {}, ruleOf(error) ?? 'gone', 409);
		}
	}
};
