import { ClientResponseError } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { z } from 'zod';
import { endCodes } from './code.ts';
import { asSuperuser } from './superuser.ts';

/** One login. What somebody is in a conference is a participant, not an account. */
export const Account = z.object({
	id: z.string(),
	name: z.string(),
	mail: z.string(),
	/** What somebody without mail types as their name to sign in. */
	handle: z.string(),
	organisation: z.string(),
	/** Region this account manages; empty for everybody but region managers. */
	manages: z.string(),
	/** Regions in which this account may be matched as coordinator. */
	coordinates: z.array(z.string())
});
export type Account = z.infer<typeof Account>;

const sessionSeconds = { staff: 12 * 3600, person: 30 * 24 * 3600 };

/** Accounts behind a mail address or sign-in name; more than one where people share an address. */
export async function accountsBehind(identity: string): Promise<Account[]> {
	return asSuperuser('find who signs in', async (pb) => {
		const wanted = identity.trim().toLowerCase();
		const filter = pb.filter('(mail = {:wanted} && mail != "") || handle = {:wanted}', { wanted });
		const rows = await pb.collection('accounts').getFullList({ filter, skipTotal: true });
		return rows.map((row) => Account.parse(row));
	});
}

/**
 * The accounts of `identity` whose own password this is. Wrong name and wrong password look alike: an empty list.
 * @param client of the person, so that PocketBase counts the tries at their address
 */
export async function accountsWithPassword(
	client: PocketBase,
	identity: string,
	password: string
): Promise<Account[]> {
	const found: Account[] = [];
	for (const account of await accountsBehind(identity)) {
		const opened = await client
			.collection('accounts')
			.authWithPassword(account.handle, password)
			.catch(wrongPassword);
		if (opened) found.push(account);
	}
	client.authStore.clear();
	return found;
}

/** A wrong password is an answer; too many tries, or PocketBase away, is not. */
function wrongPassword(refusal: unknown): undefined {
	if (!(refusal instanceof ClientResponseError) || ![400, 403].includes(refusal.status)) throw refusal;
}

/** Their own PocketBase token, whose it is, and its life in seconds. */
export type Session = { token: string; account: string; seconds: number };

/** A session for somebody who has just shown who they are. */
export async function openSession(account: Account): Promise<Session> {
	const isStaff = account.manages !== '' || account.coordinates.length > 0 || account.organisation !== '';
	const seconds = isStaff ? sessionSeconds.staff : sessionSeconds.person;
	// Who is in has no use for a first link any more, which whoever made the login has seen.
	await endCodes('welcome', { account: account.id });
	return asSuperuser('open a session', async (pb) => {
		const own = await pb.collection('accounts').impersonate(account.id, seconds);
		return { token: own.authStore.token, account: account.id, seconds };
	});
}

/** Signs this account out everywhere: every token ever given stops working at once. */
export async function endAllSessions(accountId: string): Promise<void> {
	await asSuperuser('end all sessions', (pb) =>
		pb.collection('accounts').update(accountId, { 'tokenKey:autogenerate': '' })
	);
}
