import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { isBarred } from '#lib/domain/access/barred.ts';
import { handBack, listYeses, sayYesTo } from '$lib/server/agreement';
import { namesIn } from '$lib/server/agreementNames';
import { attempt } from '$lib/server/attempt';
import { openConference, type OpenConference } from '$lib/server/conference';
import { mayDeliver } from '$lib/server/delivery';
import { readForm } from '$lib/server/form';
import { listLooks, look, NewLook } from '$lib/server/look';
import { confirmText, listAgreements, listVersions, mayShare, sharePlan } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import { tryVerb } from '$lib/server/tryVerb';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const [versions, agreements, requirements, looks, yeses, names] = await Promise.all([
		listVersions(conference),
		listAgreements(conference),
		listRequirements(conference),
		listLooks(conference),
		listYeses(conference),
		namesIn(conference)
	]);
	const { standing, phase } = conference;
	return {
		versions,
		version: versions.find(({ id }) => id === conference.presented),
		presented: conference.presented,
		agreements,
		requirements: requirements.filter(({ final }) => final),
		looks,
		yeses,
		names,
		rights: {
			looks: may(standing, phase, 'look', 'write') && phase === 'presentation',
			seesLooks: may(standing, phase, 'look', 'read'),
			shares: mayShare(conference),
			compares: isFamily(conference),
			saysYes: phase !== 'closed' && may(standing, phase, 'agreementYes', 'write'),
			closes: standing.roles.has('coordinator') && phase === 'presentation',
			delivers: mayDeliver(conference)
		},
		family: isFamily(conference) ? conference.people.filter(({ hats }) => !isBarred(hats)) : [],
		coordinatorLeft: conference.coordinatorLeft
	};
};

const OneYes = z.object({ agreement: z.string().min(1), participant: z.string().min(1) });
const Shared = z.object({
	'wholeFor[]': z.array(z.string()).default([]),
	'statusFor[]': z.array(z.string()).default([])
});

export const actions: Actions = {
	look: async ({ request, locals, params }) => {
		const form = await readForm(request, NewLook);
		if (!form.ok) return form.refused;
		return attempt(form.data, async () => look(await openConference(locals, params.id), form.data));
	},

	yes: async ({ request, locals, params }) => {
		const form = await readForm(request, OneYes);
		if (!form.ok) return form.refused;
		const { agreement, participant } = form.data;
		const conference = await openConference(locals, params.id);
		return tryVerb(form.data, () => sayYesTo(conference, agreement, participant));
	},

	handBack: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ yes: z.string().min(1) }));
		if (!form.ok) return form.refused;
		return attempt(form.data, async () => handBack(await openConference(locals, params.id), form.data.yes));
	},

	confirmText: async ({ locals, params }) =>
		attempt({}, async () => confirmText(await openConference(locals, params.id))),

	share: async ({ request, locals, params }) => {
		const form = await readForm(request, Shared);
		if (!form.ok) return form.refused;
		const { 'wholeFor[]': wholeFor, 'statusFor[]': statusFor } = form.data;
		return attempt({}, async () => sharePlan(await openConference(locals, params.id), { wholeFor, statusFor }));
	}
};

function isFamily({ standing }: OpenConference): boolean {
	return standing.roles.has('centralPerson') || standing.roles.has('circle');
}
