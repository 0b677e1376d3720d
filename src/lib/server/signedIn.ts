import { redirect } from '@sveltejs/kit';
import type { Account } from './account.ts';

/** The account that asks; somebody who is not signed in is sent to sign in. First line of every private entry. */
export function signedIn(locals: App.Locals): Account {
	if (!locals.account) redirect(303, '/sign-in');
	return locals.account;
}
