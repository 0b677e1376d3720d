import { error, redirect } from '@sveltejs/kit';
import { isFamily } from '#lib/domain/access/standing.ts';
import { closingNow } from '$lib/server/closing';
import { openConference, openForPage } from '$lib/server/conference';
import { refuse } from '$lib/server/form';
import { GATHER } from '$lib/server/gather';
import { presentedVersion, versionOf } from '$lib/server/planVersion';
import type { Actions, PageServerLoad } from './$types';

/** The circle together again, after the day (PH8): for the family, and for nobody else (AC3). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { phase, standing, gathering, people } = conference;
	if (!isFamily(standing) || phase !== 'followThrough') error(404);
	const isPresenting = gathering?.state === 'presenting';
	const closes = standing.roles.has('contactPerson');
	const [next, now, closing] = await Promise.all([
		isPresenting ? presentedVersion(conference) : undefined,
		versionOf(conference, conference.inForce),
		isPresenting && closes ? closingNow(conference) : undefined
	]);
	const contact = people.find(({ hats }) => hats.some(({ kind, ended }) => kind === 'contactPerson' && !ended));
	return {
		state: gathering?.state ?? ('none' as const),
		next: next?.number,
		now: now?.number,
		textOnly: next?.content.agreements.length === 0,
		closing,
		closes,
		contactPerson: contact?.name ?? ''
	};
};

export const actions: Actions = {
	open: ({ locals, params }) => carryOut(locals, params.id, 'open', 'follow-through/gathering'),
	goBack: ({ locals, params }) => carryOut(locals, params.id, 'goBack', 'follow-through/gathering'),
	drop: ({ locals, params }) => carryOut(locals, params.id, 'drop', 'follow-through/gathering'),
	/** What follows is bringing the new plan round (PL3). */
	close: ({ locals, params }) => carryOut(locals, params.id, 'close', 'close')
};

async function carryOut(locals: App.Locals, id: string, verb: keyof typeof GATHER, next: string) {
	const outcome = await GATHER[verb](await openConference(locals, id));
	if (!outcome.ok) return refuse({}, {}, outcome.rule, 409);
	redirect(303, `/conference/${id}/${next}`);
}
