import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refuse } from '$lib/server/form';
import { acceptInvitation } from '$lib/server/invitation';
import { beginSession } from '$lib/server/request';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing: mail programs fetch links to show a preview. Only the button uses the code. */
export const load: PageServerLoad = ({ params }) => ({ code: params.code ?? '' });

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const form = await readForm(request, z.object({ code: z.string().trim().min(1, 'fillIn').max(40, 'wrongCode') }));
		if (!form.ok) return form.refused;
		const invited = await acceptInvitation(form.data.code);
		if (!invited.ok) return refuse(form.data, { code: invited.because === 'heldBack' ? 'heldBack' : 'wrongCode' });
		await beginSession(cookies, invited.account, url.protocol === 'https:');
		redirect(303, invited.conference ? `/conference/${invited.conference}` : '/account');
	}
};
