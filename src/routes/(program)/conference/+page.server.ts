import { listConferences } from '$lib/server/conference';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ conferences: await listConferences(locals) });
