import { randomInt } from 'node:crypto';
import type { RecordModel } from 'pocketbase';
import { z } from 'zod';
import { clock } from './clock.ts';
import { hashOfCode, letterCode, meantCode } from './codeText.ts';
import { asSuperuser } from './superuser.ts';

/**
 * Codes that let somebody in once: by mail when signing in, by letter or link when invited (IN1, IN3).
 * Only a hash is kept. A code made again replaces the one before it.
 */
export const CodeKind = z.enum(['signIn', 'invitation', 'welcome', 'setUp']);
export type CodeKind = z.infer<typeof CodeKind>;

const minutes = 60_000;
const days = 24 * 60 * minutes;
const lifetime: Record<CodeKind, number> = {
	signIn: 15 * minutes,
	invitation: 28 * days,
	welcome: 7 * days,
	setUp: 1 * days
};
/** How often a mailed code of six digits may be typed wrong before it is void. */
const mostTries = 5;

/** Whom a code is for. Which of these is set depends on the kind. */
export type CodeTarget = { account?: string; participant?: string; conference?: string; mail?: string };

/** A new code for `target`, in the form people type it; codes of this kind for the same target die. */
export async function makeCode(kind: CodeKind, target: CodeTarget, heldBack = false): Promise<string> {
	const code = kind === 'signIn' ? String(randomInt(1_000_000)).padStart(6, '0') : letterCode();
	await asSuperuser('make a code', async (pb) => {
		const [key, value] = Object.entries(target).find(([, id]) => id) ?? [];
		if (!key) throw new Error('a code needs somebody to be for');
		const older = pb.filter(`kind = {:kind} && ${key} = {:value}`, { kind, value });
		for (const old of await pb.collection('codes').getFullList({ filter: older })) {
			await pb.collection('codes').delete(old.id);
		}
		const expires = new Date(clock.now().getTime() + lifetime[kind]).toISOString();
		await pb.collection('codes').create({ kind, ...target, hash: hashOfCode(kind, code, target.mail), expires, heldBack });
	});
	return code;
}

/** What a code opens, or why it does not: `unknown` covers never made, used up, replaced and expired alike. */
export type Redeemed = { ok: true; code: RecordModel } | { ok: false; because: 'unknown' | 'heldBack' };

/** Takes a letter, welcome or set-up code; it works once, also for two people at the same moment. */
export async function redeemCode(kind: Exclude<CodeKind, 'signIn'>, typed: string): Promise<Redeemed> {
	return asSuperuser('redeem a code', async (pb) => {
		const filter = pb.filter('kind = {:kind} && hash = {:hash}', { kind, hash: hashOfCode(kind, meantCode(typed)) });
		const code = await pb.collection('codes').getFirstListItem(filter).catch(() => undefined);
		if (!code || isPast(code.expires)) return { ok: false, because: 'unknown' };
		if (code.heldBack) return { ok: false, because: 'heldBack' };
		// Deleting is the lock: of two people at the same moment only one deletes it.
		const mine = await pb.collection('codes').delete(code.id).catch(() => false);
		return mine ? { ok: true, code } : { ok: false, because: 'unknown' };
	});
}

/** Checks the six digits that were mailed to `mail`; too many wrong tries and the code is void. */
export async function redeemMailedCode(mail: string, typed: string): Promise<boolean> {
	return asSuperuser('redeem a code', async (pb) => {
		const filter = pb.filter('kind = "signIn" && mail = {:mail}', { mail });
		const code = await pb.collection('codes').getFirstListItem(filter).catch(() => undefined);
		if (!code || isPast(code.expires)) return false;
		// Counted before it is compared, so that many guesses at once do not count as one.
		const { tries } = await pb.collection('codes').update(code.id, { 'tries+': 1 });
		const right = tries <= mostTries && code.hash === hashOfCode('signIn', typed.replace(/\D/g, ''), mail);
		if (right || tries >= mostTries) await pb.collection('codes').delete(code.id).catch(() => undefined);
		return right;
	});
}

function isPast(moment: string): boolean {
	return new Date(moment) < clock.now();
}
