import { error, json } from '@sveltejs/kit';
import { may } from '#lib/domain/access/access.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { openConference } from '$lib/server/conference';
import { roomGathering } from '$lib/server/gathering';
import { askOut, AskOut, listRoomQuestions, whoMayBeAsked } from '$lib/server/roomQuestion';
import type { RequestHandler } from './$types';

/**
 * What may have changed while somebody waits: where we are, and questions with their answers (PT3). It is asked every
 * few seconds. So who was asked hears that there is a question, and reads it on the page, which is written down (LG1).
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const { standing, phase } = conference;
	if (!may(standing, phase, 'door', 'read')) error(404);
	const [questions, gathering] = await Promise.all([listRoomQuestions(conference), roomGathering(conference)]);
	const told = isFamily(standing) ? questions : questions.map((one) => ({ ...one, question: '' }));
	return json({ phase, questions: told, gathering });
};

/** The family asks somebody outside. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const asked = AskOut.safeParse(await request.json());
	if (!asked.success || !whoMayBeAsked(conference).includes(asked.data.to)) error(404);
	if (!(await askOut(conference, asked.data))) error(404);
	return new Response(null, { status: 204 });
};
