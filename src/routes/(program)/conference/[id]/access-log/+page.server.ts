import { error } from '@sveltejs/kit';
import { may } from '#lib/domain/access/access.ts';
import { listReadings } from '$lib/server/accessLog';
import { openForPage } from '$lib/server/conference';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	if (!may(conference.standing, conference.phase, 'accessLog', 'read')) error(404);
	return { readings: await listReadings(conference) };
};
