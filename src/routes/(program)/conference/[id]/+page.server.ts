import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isFamily } from '#lib/domain/access/standing.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { yesesToSay } from '$lib/server/centralYes';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { readForm, refuse } from '$lib/server/form';
import { decideHeldCode, heldCodes } from '$lib/server/heldCode';
import { MOVES } from '$lib/server/move';
import { alreadySaid } from '$lib/server/alreadySaid';
import { answerInvitation } from '$lib/server/participant';
import { comesEarly, mayBeInside, whoIsInside } from '$lib/server/room';
import { AnswerIn, answerIn, listRoomQuestions } from '$lib/server/roomQuestion';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	// PH1, CO1: what begins it all is said on a page of its own, before anything else.
	const isCandidate = conference.standing.roles.has('candidate');
	if (isCandidate || (await yesesToSay(conference)).length) redirect(303, `/conference/${params.id}/answer`);
	const isOutside = !isFamily(conference.standing);
	const [held, inside, askedOfMe, already] = await Promise.all([
		heldCodes(conference),
		mayBeInside(conference) ? whoIsInside(conference) : ([] as string[]),
		isOutside ? listRoomQuestions(conference) : [],
		isOutside ? {} : alreadySaid(conference)
	]);
	// An interpreter hears of the room once the circle has let them in.
	const seesInside = mayBeInside(conference) && (!isOutside || inside.includes(conference.me!.id));
	return {
		held,
		askedOfMe,
		already,
		inside: seesInside ? namesOf(conference, inside) : undefined,
		getReady: comesEarly(conference, inside),
		left: conference.coordinatorLeft ? coordinatorsWhoLeft(conference.people) : []
	};
};

export const actions: Actions = {
	/** One verb of the method. */
	move: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ verb: z.string() }));
		if (!form.ok) return form.refused;
		const verb = Object.keys(MOVES).find((name) => name === form.data.verb) as keyof typeof MOVES | undefined;
		if (!verb) error(400);
		const outcome = await MOVES[verb](await openConference(locals, params.id));
		if (!outcome.ok) return refuse(form.data, {}, outcome.rule, 409);
		redirect(303, `/conference/${params.id}`);
	},

	yes: async ({ locals, params }) => {
		await answerInvitation(await openConference(locals, params.id), 'joined');
		redirect(303, `/conference/${params.id}`);
	},

	no: async ({ locals, params }) => {
		await answerInvitation(await openConference(locals, params.id), 'declined');
		redirect(303, '/conference');
	},

	/** PT3: the one answer to the family's question. */
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, AnswerIn);
		if (!form.ok) return form.refused;
		const taken = await answerIn(await openConference(locals, params.id), form.data);
		return taken ? { saved: true } : refuse(form.data, {}, 'gone', 409);
	},

	/** IN3: a waiting code of somebody who is in already. */
	held: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ code: z.string(), release: z.enum(['yes', 'no']) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const done = await decideHeldCode(conference, form.data.code, form.data.release === 'yes');
		return done ? { saved: true } : fail(409, { message: 'gone' });
	}
};

function namesOf({ people }: OpenConference, ids: string[]): string[] {
	return people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

/** CO3: everybody sees that a coordinator has left. */
function coordinatorsWhoLeft(people: Participant[]): string[] {
	return people.filter(({ hats }) => hats.some((hat) => hat.kind === 'coordinator' && hat.ended)).map(({ name }) => name);
}
