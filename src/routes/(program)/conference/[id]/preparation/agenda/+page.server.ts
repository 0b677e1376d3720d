import { error } from '@sveltejs/kit';
import { may } from '#lib/domain/access/access.ts';
import { openForPage } from '$lib/server/conference';
import type { PageServerLoad } from './$types';

/** The paper itself comes over the socket, which asks the same table. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { standing, phase } = await openForPage(locals, params.id);
	if (!may(standing, phase, 'agenda', 'read')) error(404);
	return { writes: may(standing, phase, 'agenda', 'write') };
};
