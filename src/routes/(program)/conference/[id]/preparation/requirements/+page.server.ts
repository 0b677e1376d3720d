import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { openConference, openForPage } from '$lib/server/conference';
import { readForm, refuse } from '$lib/server/form';
import {
	addRequirement,
	changeRequirement,
	isLateMoment,
	listRequirements,
	makeFinal,
	NewRequirement,
	removeRequirement
} from '$lib/server/requirement';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	if (!may(standing, phase, 'requirement', 'read')) error(404);
	return {
		requirements: await listRequirements(conference),
		sets: may(standing, phase, 'requirement', 'write'),
		late: isLateMoment(conference)
	};
};

const One = z.object({ requirement: z.string().min(1) });

function said(outcome: Outcome<null>, typed: Record<string, unknown>) {
	return outcome.ok ? { saved: true } : refuse(typed, {}, outcome.rule, 409);
}

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const form = await readForm(request, NewRequirement);
		if (!form.ok) return form.refused;
		return said(await addRequirement(await openConference(locals, params.id), form.data), form.data);
	},

	change: async ({ request, locals, params }) => {
		const form = await readForm(request, NewRequirement.extend(One.shape));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return said(await changeRequirement(conference, form.data.requirement, form.data), form.data);
	},

	final: async ({ request, locals, params }) => {
		const form = await readForm(request, One);
		if (!form.ok) return form.refused;
		return said(await makeFinal(await openConference(locals, params.id), form.data.requirement), {});
	},

	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, One);
		if (!form.ok) return form.refused;
		return said(await removeRequirement(await openConference(locals, params.id), form.data.requirement), {});
	}
};
