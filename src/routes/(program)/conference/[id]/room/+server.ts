import { error, json } from '@sveltejs/kit';
import { openConference } from '$lib/server/conference';
import { DoorVerb, mindDoor } from '$lib/server/door';
import { beginRoom, BeginRoom, mayHearOfRoom } from '$lib/server/room';
import { doorInfo, roomInfo } from '$lib/server/roomInfo';
import type { RequestHandler } from './$types';

/** What the page of the sealed room needs from outside it. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const conference = await openConference(locals, params.id);
	const heard = await mayHearOfRoom(conference);
	if (heard === 'nothing') error(404);
	return json(heard === 'all' ? await roomInfo(conference) : doorInfo(conference));
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

/** Minds the door from inside: 204 when it is done, 202 when a second member must ask the same (RM2). */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const asked = DoorVerb.safeParse(await request.json());
	if (!asked.success) error(400);
	const outcome = await mindDoor(conference, asked.data);
	if (!outcome.ok) error(404);
	return new Response(null, { status: outcome.value === 'done' ? 204 : 202 });
};
