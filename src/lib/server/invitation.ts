import { randomBytes, randomInt } from 'node:crypto';
import type { RecordModel } from 'pocketbase';
import { Account } from './account.ts';
import { endCodes, redeemCode } from './code.ts';
import { inTurn } from './inTurn.ts';
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
	if (welcome.ok) return opened(welcome.code.account, '');
	// In turn with making one (IN3): of two codes for somebody who is new, the second finds them in.
	return inTurn('invitation', async () => {
		const redeemed = await redeemCode('invitation', typed);
		if (!redeemed.ok) return redeemed;
		const account = await accountOf(redeemed.code);
		return account ? opened(account, redeemed.code.conference) : { ok: false, because: 'unknown' };
	});
}

async function opened(account: string, conference: string): Promise<Accepted> {
	return asSuperuser('open an account by invitation', async (pb) => {
		return { ok: true, account: Account.parse(await pb.collection('accounts').getOne(account)), conference };
	});
}

/**
 * The account behind a participant, made when there is none yet; none for who was taken off the list meanwhile. A mail
 * address is theirs to sign in with only where the code came by mail: whoever invites typed it (IN3).
 */
async function accountOf({ participant, mailedTo: mail }: RecordModel): Promise<string | undefined> {
	return asSuperuser('open an account by invitation', async (pb) => {
		const person = await pb.collection('participants').getOne(participant);
		if (person.state !== 'asked' && person.state !== 'joined') return undefined;
		await endCodes('invitation', { participant });
		if (person.account) return person.account;
		const { id } = await pb.collection('accounts').create(newAccount({ name: person.name, mail }));
		await pb.collection('participants').update(participant, { account: id });
		return id;
	});
}

/** The fields of a fresh account: a sign-in name one can say over the phone, and a password nobody knows. */
export function newAccount(person: { name: string; mail: string }) {
	const password = randomBytes(32).toString('base64url');
	const first = person.name.normalize('NFD').replace(/[^A-Za-z]+.*$/, '').replace(/\p{M}/gu, '');
	const handle = `${first.length > 1 ? first.toLowerCase() : 'naam'}-${randomInt(1_000_000, 10_000_000)}`;
	return { ...person, mail: person.mail.toLowerCase(), handle, password, passwordConfirm: password };
}
