import type { RequestEvent } from '@sveltejs/kit';
import { ClientResponseError } from 'pocketbase';
import { z } from 'zod';
import type { Words } from '#lib/i18n/nl.ts';
import { Account, accountsBehind, openSession } from './account.ts';
import { atMost } from './atMost.ts';
import { makeCode, redeemMailedCode } from './code.ts';
import type { FieldErrors } from './form.ts';
import { newAccount } from './invitation.ts';
import { canMail, sendMail } from './mail.ts';
import { setSession } from './request.ts';

/** Who somebody is that applies without a login (PH1): a name, and a way to come back in. */
export const Newcomer = z.object({
	name: z.string().trim().max(60, 'tooLong').default(''),
	ownMail: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('mail'))]).default(''),
	password: z.string().max(200, 'tooLong').default(''),
	/** The six digits that were mailed. */
	digits: z.string().max(20).default('')
});

/** In: signed in on this browser. Asked: a code is on its way. Else what is to be mended, per field. */
export type CameIn = { ok: true; account: Account } | { ok: false; errors: FieldErrors; sentTo?: string };

/** So many mails with a code may be asked for from one address: whoever asks is nobody yet. */
const mayAskForMail = atMost(5, 15 * 60_000);

/**
 * Gives somebody a login of their own. They make it themselves, and PocketBase takes it only as one that is nothing
 * and nobody yet, so many an hour from one address. A mail address is kept once its code was typed.
 */
export async function comeIn(event: RequestEvent, who: z.infer<typeof Newcomer>, { mails }: Words): Promise<CameIn> {
	const { name, ownMail, password, digits } = who;
	if (!name) return { ok: false, errors: { name: 'fillIn' } };
	if (!ownMail || !canMail()) {
		const needed = ownMail || password ? 'passwordShort' : canMail() ? 'mailOrPassword' : 'passwordShort';
		if (password.length < 12) return { ok: false, errors: { password: needed } };
		return opened(() => open(event, name, '', password));
	}
	if (!digits) {
		if (!mayAskForMail(event.getClientAddress())) return { ok: false, errors: { ownMail: 'slowDown' } };
		const text = mails.signIn(await makeCode('signIn', { mail: ownMail }));
		const sent = await sendMail({ to: ownMail, subject: mails.signInSubject, text });
		return sent ? { ok: false, errors: {}, sentTo: ownMail } : { ok: false, errors: { ownMail: 'mailNotSent' } };
	}
	if (!(await redeemMailedCode(ownMail, digits))) return { ok: false, errors: { digits: 'wrongCode' }, sentTo: ownMail };
	const known = (await accountsBehind(ownMail)).find((account) => account.mail === ownMail && isCalled(account, name));
	return opened(() => (known ? enter(event, known) : open(event, name, ownMail, password)));
}

/** From one address not without end: then it is a matter of waiting. */
async function opened(work: () => Promise<Account>): Promise<CameIn> {
	try {
		return { ok: true, account: await work() };
	} catch (refusal) {
		if (!(refusal instanceof ClientResponseError) || refusal.status !== 429) throw refusal;
		return { ok: false, errors: { name: 'slowDown' } };
	}
}

async function open(event: RequestEvent, name: string, mail: string, chosen: string): Promise<Account> {
	const { pb } = event.locals;
	const made = newAccount({ name, mail: '' });
	const password = chosen.length >= 12 ? chosen : made.password;
	const { id } = await pb.collection('accounts').create({ ...made, password, passwordConfirm: password });
	await pb.collection('accounts').authWithPassword(made.handle, password);
	const own = mail ? await pb.collection('accounts').update(id, { mail }) : pb.authStore.record;
	return enter(event, Account.parse(own));
}

async function enter(event: RequestEvent, account: Account): Promise<Account> {
	const session = await openSession(account);
	setSession(event.cookies, session, event.url.protocol === 'https:');
	event.locals.pb.authStore.save(session.token, null);
	event.locals.account = account;
	return account;
}

/** People type their own name as it comes: capitals and spaces make no difference. */
function isCalled(account: Account, name: string): boolean {
	const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
	return plain(account.name) === plain(name);
}
