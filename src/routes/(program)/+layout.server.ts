import { clock } from '$lib/server/clock';
import { serverSettings } from '$lib/server/settings';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	language: locals.language,
	signedIn: locals.account && { id: locals.account.id, name: locals.account.name, manages: locals.account.manages !== '' },
	demoNow: serverSettings().DEMO_NOW ? clock.now().toISOString() : undefined
});
