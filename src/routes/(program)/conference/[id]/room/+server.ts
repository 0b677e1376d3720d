import { error, json } from '@sveltejs/kit';
import { openConference } from '$lib/server/conference';
import { askedOut, DoorVerb, mindDoor } from '$lib/server/door';
import { roomGathering } from '$lib/server/gathering';
import { listLooks } from '$lib/server/look';
import { versionOf } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import { beginRoom, BeginRoom, EnterRoom, letInByProof, mayBeInside, roomHint } from '$lib/server/room';
import type { RequestHandler } from './$types';

/** What the page of the sealed room needs from outside it: who I am, who belongs here, what must be answered. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	if (!mayBeInside(conference) || !conference.me) error(404);
	const [room, requirements, gathering, asked, version, looks] = await Promise.all([
		roomHint(conference),
		listRequirements(conference),
		roomGathering(conference),
		askedOut(conference),
		versionOf(conference, conference.inForce),
		listLooks(conference)
	]);
	const { id, title, phase, me, people } = conference;
	const names = people.map((person) => ({ id: person.id, name: person.name, hats: person.hats.map(({ kind }) => kind) }));
	const mine = { id: me.id, name: me.name };
	const looked = looks.filter((look) => look.version === conference.presented);
	return json({
		...{ id, title, phase, me: mine, people: names, room, requirements, gathering, askedOut: asked },
		// PH8: with what the paper of a gathering begins. BL6: why the plan presented last was not enough.
		inForce: version?.content,
		looks: looked.map(({ requirement, result, reason, then }) => ({ requirement, result, reason, then }))
	});
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

/** Minds the door from inside: 204 when it is done, 202 when a second member must ask the same (RM2). */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const asked = DoorVerb.safeParse(await request.json());
	if (!asked.success) error(400);
	const outcome = await mindDoor(conference, asked.data);
	if (!outcome.ok) error(404);
	return new Response(null, { status: outcome.value === 'done' ? 204 : 202 });
};
