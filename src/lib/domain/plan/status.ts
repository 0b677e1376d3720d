import { z } from 'zod';
import { type Outcome, allowed, refused } from '../outcome.ts';
import { type Agreement, takersOf } from './agreement.ts';
import { carriedNowBy } from './takeOn.ts';
import type { YesGiver } from './yes.ts';

/** AG3: how it goes, said by the people themselves. "Late" is not among them: it is computed. */
export const AgreementStatus = z.enum(['notStarted', 'running', 'done', 'partly', 'changed', 'stopped']);
export type AgreementStatus = z.infer<typeof AgreementStatus>;

/** One word on how it goes, and by whom; the last one counts. */
export const StatusWord = z.object({
	agreement: z.number().int().min(1),
	/** Who says it. */
	participant: z.string().min(1),
	/** Who says it for them; empty when they do it themselves. */
	onBehalfBy: z.string(),
	status: AgreementStatus,
	note: z.string().trim().max(2000)
});
export type StatusWord = z.infer<typeof StatusWord>;

/**
 * AG3: who carries or helps says how it goes; family may say it for another, marked. "Stopped" is "stopped
 * because": it needs the because. CO2: a coordinator never ticks.
 */
export function sayStatus(
	agreement: Pick<Agreement, 'number' | 'responsible' | 'helpers'>,
	who: { id: string; isProfessional: boolean },
	by: YesGiver,
	word: { status: AgreementStatus; note: string }
): Outcome<StatusWord> {
	if (by.isCoordinator) return refused('CO2');
	const own = by.id === who.id;
	const allowedFor = own || (by.isFamily && !who.isProfessional);
	if (!allowedFor || !takersOf(agreement).includes(who.id)) return refused('AG3');
	const read = StatusWord.safeParse({
		agreement: agreement.number,
		participant: who.id,
		onBehalfBy: own ? '' : by.id,
		...word
	});
	if (!read.success || (read.data.status === 'stopped' && read.data.note === '')) return refused('AG3');
	return allowed(read.data);
}

const STILL_OPEN: readonly AgreementStatus[] = ['notStarted', 'running', 'partly'];

/** AG3: late is a matter of the calendar: its day is past and it is still open. Days as `2027-02-01`. */
export function isLate(agreement: Pick<Agreement, 'by'>, status: AgreementStatus, today: string): boolean {
	return agreement.by !== '' && agreement.by < today && STILL_OPEN.includes(status);
}

/**
 * AG6, CO2: who gets a reminder: whoever does it now by their own yes, also when they took it on from another (AG4),
 * and never a coordinator. Null while nobody said yes.
 * @param said participants whose yes to it there is
 */
export function reminderFor(
	agreement: Pick<Agreement, 'responsible' | 'helpers'>,
	{ said, coordinators }: { said: readonly string[]; coordinators: readonly string[] }
): string | null {
	const carries = carriedNowBy(agreement, said);
	return carries !== '' && !coordinators.includes(carries) ? carries : null;
}
