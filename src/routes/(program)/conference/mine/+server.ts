import { json } from '@sveltejs/kit';
import { listConferences } from '$lib/server/conference';
import type { RequestHandler } from './$types';

/** For a page of the sealed room that was opened without a conference: those in which one takes part, by name. */
export const GET: RequestHandler = async ({ locals }) => {
	const joined = (await listConferences(locals)).filter(({ isAsked }) => !isAsked);
	return json(joined.map(({ id, title }) => ({ id, title })));
};
