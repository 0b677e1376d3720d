import { z } from 'zod';
import { listStatuses, setStatus, StatusName } from '$lib/server/agreement';
import { openConference } from '$lib/server/conference';
import { readForm, refuse } from '$lib/server/form';
import { ruleOf } from '$lib/server/refusal';
import { listAgreements } from '$lib/server/planVersion';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const [agreements, statuses] = await Promise.all([listAgreements(conference), listStatuses(conference)]);
	return { agreements, statuses };
};

export const actions: Actions = {
	status: async ({ request, locals, params }) => {
		const Said = z.object({
			agreement: z.string().min(1),
			status: StatusName,
			note: z.string().trim().max(2000, 'tooLong').default('')
		});
		const form = await readForm(request, Said);
		if (!form.ok) return form.refused;
		try {
			await setStatus(await openConference(locals, params.id), form.data);
			return { saved: true };
		} catch (error) {
			return refuse(form.data, {}, ruleOf(error) ?? 'gone', 409);
		}
	}
};
