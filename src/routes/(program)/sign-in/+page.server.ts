import { redirect, type Cookies } from '@sveltejs/kit';
import { ClientResponseError } from 'pocketbase';
import { z } from 'zod';
import { accountsBehind, accountsWithPassword, type Account } from '$lib/server/account';
import { makeCode, redeemMailedCode } from '$lib/server/code';
import { readForm, refuse } from '$lib/server/form';
import { canMail, sendMail } from '$lib/server/mail';
import { personClient } from '$lib/server/personClient';
import { beginSession } from '$lib/server/request';
import { chooseAmong, chosenFrom } from '$lib/server/whoIsIt';
import { dictionary } from '#lib/i18n/words.ts';
import type { Actions, PageServerLoad } from './$types';

const Identity = z.string().trim().min(1, 'fillIn').max(200, 'tooLong').toLowerCase();

export const load: PageServerLoad = ({ url, locals }) => ({
	canMail: canMail(),
	to: pathWanted(url),
	already: locals.account?.name
});

export const actions: Actions = {
	/** With one's own password. */
	password: async ({ request, cookies, url, getClientAddress }) => {
		const form = await readForm(request, z.object({ identity: Identity, password: z.string().min(1, 'fillIn') }));
		if (!form.ok) return form.refused;
		const client = personClient(getClientAddress());
		const found = await accountsWithPassword(client, form.data.identity, form.data.password).catch(tooOften);
		if (!found) return refuse(form.data, {}, 'slowDown', 429);
		if (!found.length) return refuse(form.data, { password: 'wrongIdentity' });
		return enter(found, cookies, url);
	},

	/** Asks for a code by mail. The answer is the same whether we know the address or not (AC3). */
	code: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ identity: Identity.pipe(z.email('mail')) }));
		if (!form.ok) return form.refused;
		const mail = form.data.identity;
		if (!canMail()) return refuse(form.data, {}, 'noMail');
		const known = await accountsBehind(mail);
		if (known.some((account) => account.mail === mail)) {
			const { mails } = await dictionary(locals.language);
			const code = await makeCode('signIn', { mail });
			await sendMail({ to: mail, subject: mails.signInSubject, text: mails.signIn(code) });
		}
		return { sentTo: mail };
	},

	/** The six digits from the mail. */
	digits: async ({ request, cookies, url }) => {
		const form = await readForm(request, z.object({ mail: Identity, digits: z.string().min(1, 'fillIn') }));
		if (!form.ok) return form.refused;
		const { mail, digits } = form.data;
		if (!(await redeemMailedCode(mail, digits))) {
			return { ...refuse(form.data, { digits: 'wrongCode' }).data, sentTo: mail };
		}
		return enter(await accountsBehind(mail), cookies, url);
	},

	/** Of several people behind one address: who is it? */
	who: async ({ request, cookies, url }) => {
		const form = await readForm(request, z.object({ account: z.string().min(1, 'choose') }));
		if (!form.ok) return form.refused;
		const account = await chosenFrom(cookies, form.data.account);
		if (!account) return refuse({}, {}, 'gone');
		return enter([account], cookies, url);
	}
};

/** PocketBase counts tries per address; more than it takes is a matter of waiting a minute. */
function tooOften(refusal: unknown): undefined {
	if (!(refusal instanceof ClientResponseError) || refusal.status !== 429) throw refusal;
}

async function enter(found: Account[], cookies: Cookies, url: URL) {
	const [only, another] = found;
	if (!only) return refuse({}, {}, 'gone');
	if (another) return { choose: chooseAmong(cookies, found) };
	await beginSession(cookies, only, url.protocol === 'https:');
	redirect(303, pathWanted(url) ?? '/conference');
}

/** Where somebody was going before they had to sign in; a page of this program and no other place. */
function pathWanted(url: URL): string | undefined {
	const wanted = url.searchParams.get('to') ?? '';
	return /^\/[a-z][\w/-]*$/i.test(wanted) ? wanted : undefined;
}
