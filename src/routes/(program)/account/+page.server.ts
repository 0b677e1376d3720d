import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { endAllSessions } from '$lib/server/account';
import { readForm } from '$lib/server/form';
import { beginSession, forgetSession } from '$lib/server/request';
import { signedIn } from '$lib/server/signedIn';
import { asSuperuser } from '$lib/server/superuser';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { name, handle, mail } = signedIn(locals);
	return { me: { name, handle, mail } };
};

export const actions: Actions = {
	/** A new password ends every session but this one. */
	password: async ({ request, locals, cookies, url }) => {
		const account = signedIn(locals);
		const form = await readForm(
			request,
			z.object({ password: z.string().min(12, 'passwordShort').max(200, 'tooLong') })
		);
		if (!form.ok) return form.refused;
		const { password } = form.data;
		await asSuperuser('set an own password', (pb) =>
			pb.collection('accounts').update(account.id, { password, passwordConfirm: password })
		);
		await beginSession(cookies, account, url.protocol === 'https:');
		return { saved: true };
	},

	signOut: ({ cookies }) => {
		forgetSession(cookies);
		redirect(303, '/');
	},

	signOutEverywhere: async ({ locals, cookies }) => {
		await endAllSessions(signedIn(locals).id);
		forgetSession(cookies);
		redirect(303, '/');
	}
};
