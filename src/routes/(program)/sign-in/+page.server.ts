import { redirect, type Cookies } from '@sveltejs/kit';
import { ClientResponseError } from 'pocketbase';
import { z } from 'zod';
import { accountsBehind, accountsWithPassword, type Account } from '$lib/server/account';
import { atMost } from '$lib/server/atMost';
import { makeCode, redeemMailedCode } from '$lib/server/code';
import { readForm, refuse } from '$lib/server/form';
import { canMail, sendMail } from '$lib/server/mail';
import { ownPath } from '$lib/server/ownPath';
import { personClient } from '$lib/server/personClient';
import { beginSession } from '$lib/server/request';
import { chooseAmong, chosenFrom } from '$lib/server/whoIsIt';
import type { Words } from '#lib/i18n/nl.ts';
import { dictionary } from '#lib/i18n/words.ts';
import type { Actions, PageServerLoad } from './$types';

const quarter = 15 * 60_000;
/** How often codes may be asked for: from one network address, where a whole office may sit, and to one mailbox. */
const mayAsk = atMost(60, quarter);
const maySend = atMost(5, quarter);
/** Of a million codes so many may be tried for one mailbox. */
const mayTry = atMost(20, quarter);

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
		if (!found.length) return refuse(form.data, { password: canMail() ? 'wrongIdentity' : 'wrongPassword' });
		return enter(found, cookies, url);
	},

	/** Asks for a code by mail. The answer is the same, and as fast, whether we know the address or not (AC3). */
	code: async ({ request, locals, getClientAddress }) => {
		const form = await readForm(request, z.object({ identity: Identity.pipe(z.email('mail')) }));
		if (!form.ok) return form.refused;
		const mail = form.data.identity;
		if (!canMail()) return refuse(form.data, {}, 'noMail');
		if (!mayAsk(getClientAddress())) return refuse(form.data, {}, 'slowDown', 429);
		if (maySend(mail)) void mailCode(mail, await dictionary(locals.language)).catch(report);
		return { sentTo: mail };
	},

	/** The six digits from the mail. */
	digits: async ({ request, cookies, url }) => {
		const form = await readForm(request, z.object({ mail: Identity, digits: z.string().min(1, 'fillIn') }));
		if (!form.ok) return form.refused;
		const { mail, digits } = form.data;
		if (!mayTry(mail)) return { ...refuse(form.data, { digits: 'slowDown' }).data, sentTo: mail };
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

async function mailCode(to: string, { mails }: Words): Promise<void> {
	const known = await accountsBehind(to);
	if (!known.some(({ mail }) => mail === to)) return;
	await sendMail({ to, subject: mails.signInSubject, text: mails.signIn(await makeCode('signIn', { mail: to })) });
}

function report(fault: unknown): void {
	console.error(`no code mailed: ${(fault as Error).message}`);
}

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

/** Where somebody was going before they had to sign in. */
function pathWanted(url: URL): string | undefined {
	return ownPath(url.searchParams.get('to') ?? '');
}
