import { error } from '@sveltejs/kit';
import { grants, may } from '#lib/domain/access/access.ts';
import { openForPage } from '$lib/server/conference';
import type { PageServerLoad } from './$types';

/** The paper itself comes over the socket, which asks the same table; here only how much of it (AC6). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { standing, phase } = await openForPage(locals, params.id);
	const open = grants(standing, phase, 'question');
	if (!open.length) error(404);
	return {
		writes: may(standing, phase, 'question', 'write'),
		onlyQuestion: open.every(({ portion }) => portion === 'question')
	};
};
