import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { accountsBehind, type Account } from './account.ts';
import { clock } from './clock.ts';

/**
 * Two people may share a mail address: after the code they choose who they are. Between the two steps the
 * browser carries which accounts were shown, signed with a key that lives as long as the process.
 */
const key = randomBytes(32);
const cookie = 'rondom-who';
const seconds = 600;

/** Remembers that this browser showed it may be any of `accounts`; answers with what to show. */
export function chooseAmong(cookies: Cookies, accounts: Account[]): { id: string; name: string }[] {
	const until = clock.now().getTime() + seconds * 1000;
	const value = [until, ...accounts.map(({ id, handle }) => `${id}:${handle}`)].join(',');
	const options = { path: '/sign-in', httpOnly: true, sameSite: 'lax', maxAge: seconds } as const;
	cookies.set(cookie, `${value}.${sign(value)}`, options);
	return accounts.map(({ id, name }) => ({ id, name }));
}

/** The account that was chosen, if this browser had shown it may be that one. */
export async function chosenFrom(cookies: Cookies, id: string): Promise<Account | undefined> {
	const [value = '', signature = ''] = (cookies.get(cookie) ?? '').split('.');
	if (!isOurs(value, signature)) return undefined;
	const [until, ...shown] = value.split(',');
	if (Number(until) < clock.now().getTime()) return undefined;
	const handle = shown.map((pair) => pair.split(':')).find(([account]) => account === id)?.[1];
	return handle ? (await accountsBehind(handle)).find((account) => account.id === id) : undefined;
}

function sign(value: string): string {
	return createHmac('sha256', key).update(value).digest('hex');
}

function isOurs(value: string, signature: string): boolean {
	const right = Buffer.from(sign(value));
	const given = Buffer.from(signature);
	return given.length === right.length && timingSafeEqual(given, right);
}
