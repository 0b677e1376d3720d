import { randomBytes, randomInt } from 'node:crypto';
import type PocketBase from 'pocketbase';
import { Account } from './account.ts';
import { redeemCode } from './code.ts';
import { asSuperuser } from './superuser.ts';

export type Accepted =
	| { ok: true; account: Account; conference: string }
	| { ok: false; because: 'unknown' | 'heldBack' };

/**
 * Uses the code of a letter or link (IN1). Somebody invited for the first time gets an account of their own;
 * a welcome code opens the account that was made for a coordinator or professional.
 */
export async function acceptInvitation(typed: string): Promise<Accepted> {
	const welcome = await redeemCode('welcome', typed);
	const redeemed = welcome.ok ? welcome : await redeemCode('invitation', typed);
	if (!redeemed.ok) return redeemed;
	const { account, participant, conference } = redeemed.code;
	return asSuperuser('open an account by invitation', async (pb) => {
		const id = account || (await accountOf(pb, participant));
		return { ok: true, account: Account.parse(await pb.collection('accounts').getOne(id)), conference };
	});
}

/** The account behind a participant, made when there is none yet. */
async function accountOf(pb: PocketBase, participant: string): Promise<string> {
	const person = await pb.collection('participants').getOne(participant);
	if (person.account) return person.account;
	const contact = await pb
		.collection('contacts')
		.getFirstListItem(pb.filter('participant = {:participant}', { participant }))
		.catch(() => undefined);
	const made = await pb.collection('accounts').create(newAccount({ name: person.name, mail: contact?.mail ?? '' }));
	await pb.collection('participants').update(participant, { account: made.id });
	return made.id;
}

/** The fields of a fresh account: a sign-in name one can say over the phone, and a password nobody knows. */
export function newAccount(person: { name: string; mail: string }) {
	const password = randomBytes(32).toString('base64url');
	const first = person.name.normalize('NFD').replace(/[^A-Za-z]+.*$/, '').replace(/\p{M}/gu, '');
	const handle = `${first.length > 1 ? first.toLowerCase() : 'naam'}-${randomInt(1_000_000, 10_000_000)}`;
	return { ...person, mail: person.mail.toLowerCase(), handle, password, passwordConfirm: password };
}
