import { redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import type { Account } from './account.ts';

/**
 * The account that asks; somebody who is not signed in is sent to sign in, and comes back to the page they wanted.
 * First line of every private entry.
 */
export function signedIn(locals: App.Locals): Account {
	if (!locals.account) redirect(303, `/sign-in?to=${encodeURIComponent(getRequestEvent().url.pathname)}`);
	return locals.account;
}
