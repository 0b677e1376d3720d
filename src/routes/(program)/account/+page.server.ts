import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dictionary } from '#lib/i18n/words.ts';
import { endAllSessions } from '$lib/server/account';
import { atMost } from '$lib/server/atMost';
import { makeCode, redeemMailedCode } from '$lib/server/code';
import { readForm, refuse } from '$lib/server/form';
import { canMail, sendMail } from '$lib/server/mail';
import { beginSession, forgetSession } from '$lib/server/request';
import { signedIn } from '$lib/server/signedIn';
import { asSuperuser } from '$lib/server/superuser';
import type { Actions, PageServerLoad } from './$types';

const OwnMail = z.string().trim().toLowerCase().pipe(z.email('mail'));
const quarter = 15 * 60_000;
const maySend = atMost(5, quarter);
const mayTry = atMost(20, quarter);

export const load: PageServerLoad = ({ locals }) => {
	const { name, handle, mail } = signedIn(locals);
	return { me: { name, handle, mail }, canMail: canMail() };
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

	/** IN3: an address to sign in with is one's own to give, and is kept once the code that came there was typed. */
	mail: async ({ request, locals }) => {
		const account = signedIn(locals);
		const form = await readForm(request, z.object({ mail: OwnMail }));
		if (!form.ok) return form.refused;
		const { mail } = form.data;
		if (!canMail()) return refuse(form.data, {}, 'noMail');
		if (!maySend(account.id) || !maySend(mail)) return refuse(form.data, { mail: 'slowDown' });
		const { mails } = await dictionary(locals.language);
		const text = mails.signIn(await makeCode('signIn', { mail }));
		const sent = await sendMail({ to: mail, subject: mails.signInSubject, text });
		return sent ? { sentTo: mail } : refuse(form.data, { mail: 'mailNotSent' });
	},

	digits: async ({ request, locals }) => {
		const account = signedIn(locals);
		const form = await readForm(request, z.object({ mail: OwnMail, digits: z.string().min(1, 'fillIn') }));
		if (!form.ok) return form.refused;
		const { mail, digits } = form.data;
		if (!mayTry(account.id)) return { ...refuse(form.data, { digits: 'slowDown' }).data, sentTo: mail };
		if (!(await redeemMailedCode(mail, digits))) return { ...refuse(form.data, { digits: 'wrongCode' }).data, sentTo: mail };
		await locals.pb.collection('accounts').update(account.id, { mail });
		return { mailSaved: true };
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
