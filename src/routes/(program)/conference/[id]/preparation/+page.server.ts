import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { dictionary } from '#lib/i18n/words.ts';
import { Briefing } from '#lib/domain/circle/briefing.ts';
import { saveBriefing, listBriefings } from '$lib/server/briefing';
import { openConference } from '$lib/server/conference';
import { readForm, refuse } from '$lib/server/form';
import { ruleOf } from '$lib/server/refusal';
import { addParticipant, inviteParticipant, NewParticipant, removeParticipant } from '$lib/server/participant';
import { addRequirement, listRequirements, makeFinal, NewRequirement } from '$lib/server/requirement';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const { standing, phase } = conference;
	const organises = may(standing, phase, 'briefing', 'write');
	const [requirements, briefings] = await Promise.all([
		listRequirements(conference),
		organises ? listBriefings(conference) : []
	]);
	return {
		requirements,
		briefings,
		organises,
		listsPeople: may(standing, phase, 'circleList', 'write'),
		setsRequirements: may(standing, phase, 'requirement', 'write'),
		invites: organises || standing.roles.has('contactPerson')
	};
};

const one = z.object({ participant: z.string().min(1) });

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, NewParticipant);
		if (!form.ok) return form.refused;
		try {
			await addParticipant(await openConference(locals, params.id), form.data);
			return { saved: true };
		} catch (error) {
			return refuse(form.data, {}, ruleOf(error) ?? 'gone', 409);
		}
	},

	invite: async ({ request, locals, params, url }) => {
		const form = await readForm(request, one);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const invited = await inviteParticipant(
			conference,
			form.data.participant,
			url.origin,
			await dictionary(locals.language)
		);
		return invited ? { invited } : refuse({}, {}, 'gone', 409);
	},

	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, one);
		if (!form.ok) return form.refused;
		await removeParticipant(await openConference(locals, params.id), form.data.participant);
		return { saved: true };
	},

	briefing: async ({ request, locals, params }) => {
		const tick = z.literal('on').optional().transform(Boolean);
		const Ticks = Briefing.extend({
			goal: tick,
			wayOfWorking: tick,
			possibilities: tick,
			responsibilities: tick,
			skippedBecause: z.string().trim().max(2000, 'tooLong').default('')
		});
		const form = await readForm(request, Ticks);
		if (!form.ok) return form.refused;
		await saveBriefing(await openConference(locals, params.id), form.data);
		return { saved: true };
	},

	requirement: async ({ request, locals, params }) => {
		const form = await readForm(request, NewRequirement);
		if (!form.ok) return form.refused;
		try {
			await addRequirement(await openConference(locals, params.id), form.data);
			return { saved: true };
		} catch (error) {
			return refuse(form.data, {}, ruleOf(error) ?? 'gone', 409);
		}
	},

	final: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ requirement: z.string().min(1) }));
		if (!form.ok) return form.refused;
		await makeFinal(await openConference(locals, params.id), form.data.requirement);
		return { saved: true };
	}
};
