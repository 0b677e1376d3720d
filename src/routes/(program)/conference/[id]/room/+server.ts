import { error, json } from '@sveltejs/kit';
import { openConference } from '$lib/server/conference';
import { roomGathering } from '$lib/server/gathering';
import { listRequirements } from '$lib/server/requirement';
import { beginRoom, BeginRoom, EnterRoom, letInByProof, mayBeInside, roomHint } from '$lib/server/room';
import type { RequestHandler } from './$types';

/** What the page of the sealed room needs from outside it: who I am, who belongs here, what must be answered. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	if (!mayBeInside(conference) || !conference.me) error(404);
	const [room, requirements, gathering] = await Promise.all([
		roomHint(conference),
		listRequirements(conference),
		roomGathering(conference)
	]);
	const { id, title, phase, me, people } = conference;
	const names = people.map((person) => ({ id: person.id, name: person.name, hats: person.hats.map(({ kind }) => kind) }));
	return json({ id, title, phase, me: { id: me.id, name: me.name }, people: names, room, requirements, gathering });
};

/** Begins the room on this device. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const begun = BeginRoom.safeParse(await request.json());
	if (!begun.success) error(400);
	const outcome = await beginRoom(conference, begun.data);
	if (!outcome.ok) error(404);
	return new Response(null, { status: 204 });
};

/** Comes in with the room's link. */
export const PUT: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const entering = EnterRoom.safeParse(await request.json());
	if (!entering.success) error(400);
	const outcome = await letInByProof(conference, entering.data.linkProof);
	if (!outcome.ok) error(404);
	return new Response(null, { status: 204 });
};
