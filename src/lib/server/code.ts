import { randomInt } from 'node:crypto';
import type { RecordModel } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { z } from 'zod';
import { clock } from './clock.ts';
import { hashOfCode, letterCode, meantCode } from './codeText.ts';
import { inTurn } from './inTurn.ts';
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
/** Of an invitation: who made it (IN3), whether it waits, and to which address it is mailed and no other way. */
export type CodeMore = { by?: string; heldBack?: boolean; mailedTo?: string };

/** A new code for `target`, in the form people type it; codes of this kind for the same target die. */
export function makeCode(kind: CodeKind, target: CodeTarget, more: CodeMore = {}): Promise<string> {
	return inTurn(kind, async () => {
		await endCodes(kind, target);
		return addCode(kind, target, more);
	});
}

/** One more code for `target`, beside what there is: for a second way to bring it. */
export async function addCode(kind: CodeKind, target: CodeTarget, more: CodeMore = {}): Promise<string> {
	const code = kind === 'signIn' ? String(randomInt(1_000_000)).padStart(6, '0') : letterCode();
	const hash = hashOfCode(kind, code, target.mail);
	const expires = new Date(clock.now().getTime() + lifetime[kind]).toISOString();
	await asSuperuser('make a code', (pb) => pb.collection('codes').create({ kind, ...target, ...more, hash, expires }));
	return code;
}

/** Codes of this kind for `target` open nothing from now on. */
export async function endCodes(kind: CodeKind, target: CodeTarget): Promise<void> {
	const [key, value] = Object.entries(target).find(([, id]) => id) ?? [];
	if (!key) throw new Error('a code needs somebody to be for');
	await asSuperuser('make a code', async (pb) => {
		const filter = pb.filter(`kind = {:kind} && ${key} = {:value}`, { kind, value });
		for (const { id } of await pb.collection('codes').getFullList({ filter })) await pb.collection('codes').delete(id);
	});
}

/** What a code opens, or why it does not: `unknown` covers never made, used up, replaced and expired alike. */
export type Redeemed = { ok: true; code: RecordModel } | { ok: false; because: 'unknown' | 'heldBack' };

/** Takes a letter, welcome or set-up code; it works once, also for two people at the same moment. */
export async function redeemCode(kind: Exclude<CodeKind, 'signIn'>, typed: string): Promise<Redeemed> {
	return asSuperuser('redeem a code', async (pb) => {
		const filter = pb.filter('kind = {:kind} && hash = {:hash}', { kind, hash: hashOfCode(kind, meantCode(typed)) });
		const code = await pb.collection('codes').getFirstListItem(filter).catch(() => undefined);
		if (!code || isPast(code.expires)) return { ok: false, because: 'unknown' };
		if (await waits(pb, code)) return { ok: false, because: 'heldBack' };
		// Deleting is the lock: of two people at the same moment only one deletes it.
		const mine = await pb.collection('codes').delete(code.id).catch(() => false);
		return mine ? { ok: true, code } : { ok: false, because: 'unknown' };
	});
}

/** IN3: also a code that was made before its person came in opens no second way in by itself. */
async function waits(pb: PocketBase, { id, participant, heldBack, released }: RecordModel): Promise<boolean> {
	if (heldBack || released || !participant) return heldBack;
	const { account } = await pb.collection('participants').getOne(participant);
	if (account) await pb.collection('codes').update(id, { heldBack: true });
	return account !== '';
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
