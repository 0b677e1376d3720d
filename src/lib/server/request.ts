import { building } from '$app/environment';
import { error, type Cookies, type Handle } from '@sveltejs/kit';
import { ClientResponseError } from 'pocketbase';
import { preferredLanguage } from '#lib/i18n/language.ts';
import { preferencesIn } from '#lib/i18n/preferences.ts';
import { whoseCookie } from '#lib/whoseSession.ts';
import { Account, openSession, type Session } from './account.ts';
import { personClient } from './personClient.ts';

/** PocketBase's answers to a token that counts no more. */
const ENDED = [400, 401, 403, 404];

/** HttpOnly, holds the person's own PocketBase token and nothing else. The sync server reads the same one. */
export const sessionCookie = 'rondom';

/** How somebody wants to read: what they chose, or else what their browser asks for. */
export const readPreferences: Handle = ({ event, resolve }) => {
	const chosen = preferencesIn(event.request.headers.get('cookie') ?? '');
	const lang = chosen.language ?? preferredLanguage(event.request.headers.get('accept-language'));
	event.locals.language = lang;
	const plain = '<html lang="nl" dir="ltr" data-letters="normal" data-theme="auto"';
	const wanted = `<html lang="${lang}" dir="ltr" data-letters="${chosen.letters}" data-theme="${chosen.theme}"`;
	return resolve(event, { transformPageChunk: ({ html }) => html.replace(plain, wanted) });
};

/** Who asks. PocketBase itself says whether the token still counts: a session that was ended is nobody's. */
export const openPersonSession: Handle = async ({ event, resolve }) => {
	// Pages made at build time are the same for everybody.
	if (building) return resolve(event);
	const token = event.cookies.get(sessionCookie);
	event.locals.pb = personClient(event.getClientAddress(), token);
	if (token) {
		try {
			const known = await event.locals.pb.collection('accounts').authRefresh();
			event.locals.account = Account.parse(known.record);
		} catch (refusal) {
			// PocketBase away for a moment is no reason to sign somebody out.
			if (!(refusal instanceof ClientResponseError) || !ENDED.includes(refusal.status)) error(503);
			forgetSession(event.cookies);
			event.locals.pb.authStore.clear();
		}
	}
	return resolve(event);
};

/**
 * Two windows of one browser have one session. A form that was opened by one person and sent when somebody else had
 * signed in is nobody's: it is not carried out. `as` is set by components/ui/enhance.ts.
 */
export const keepApart: Handle = ({ event, resolve }) => {
	const { account } = event.locals;
	if (event.request.method !== 'POST' || !account) return resolve(event);
	const as = event.url.searchParams.get('as');
	if (as === null || as === account.id) return resolve(event);
	return Response.json({ type: 'error', error: { message: 'somebody else' } }, { status: 412 });
};

/** No page with people's words is kept by browsers or proxies. */
export const keepPrivate: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

/** Signs `account` in on this browser. */
export async function beginSession(cookies: Cookies, account: Account, secure: boolean): Promise<void> {
	setSession(cookies, await openSession(account), secure);
}

/** Keeps a session on this browser, and beside it, readable, whose it is. */
export function setSession(cookies: Cookies, { token, account, seconds }: Session, secure: boolean): void {
	const kept = { path: '/', sameSite: 'lax', secure, maxAge: seconds } as const;
	cookies.set(sessionCookie, token, { ...kept, httpOnly: true });
	cookies.set(whoseCookie, account, { ...kept, httpOnly: false });
}

/** Signs out on this browser only. */
export function forgetSession(cookies: Cookies): void {
	for (const name of [sessionCookie, whoseCookie]) cookies.delete(name, { path: '/' });
}
