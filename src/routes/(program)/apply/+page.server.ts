import { dictionary } from '#lib/i18n/words.ts';
import { apply, NewApplication } from '$lib/server/application';
import { readForm } from '$lib/server/form';
import { handOver } from '$lib/server/invite';
import { signedIn } from '$lib/server/signedIn';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { organisation } = signedIn(locals);
	const regions = await locals.pb.collection('regions').getFullList({ sort: 'name', skipTotal: true });
	return { organisation, regions: regions.map(({ id, name }) => ({ id, name: name as string })) };
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		signedIn(locals);
		const form = await readForm(request, NewApplication);
		if (!form.ok) return form.refused;
		const { conference, name, mail, code } = await apply(locals, form.data);
		const text = await dictionary(locals.language);
		const invited = await handOver({ name, code, mail, heldBack: false, central: true }, url.origin, text);
		return { invited, conference };
	}
};
