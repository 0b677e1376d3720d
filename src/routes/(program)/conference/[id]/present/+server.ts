import { json } from '@sveltejs/kit';
import { openConference } from '$lib/server/conference';
import { presentPlan } from '$lib/server/planVersion';
import type { RequestHandler } from './$types';

/** The circle presents, on the day or in a gathering (PH4, PH8): plain data, field by field (PT2). */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const conference = await openConference(locals, params.id);
	const content: unknown = await request.json().catch(() => undefined);
	const outcome = await presentPlan(conference, content);
	return outcome.ok ? new Response(null, { status: 204 }) : json({ rule: outcome.rule }, { status: 409 });
};
