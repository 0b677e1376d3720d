import { z } from 'zod';
import { type Outcome, allowed, refused } from '../outcome.ts';
import { type Agreement, takersOf } from './agreement.ts';

/** AG2: somebody's yes to one agreement; said by another for them, it carries that mark (IN2). */
export const Yes = z.object({
	/** Number of the agreement. */
	agreement: z.number().int().min(1),
	participant: z.string().min(1),
	/** Participant id of who said it for them; empty when they did it themselves. */
	onBehalfBy: z.string()
});
export type Yes = z.infer<typeof Yes>;

/** Who says it, and what they are: only family speaks for another, and never for a professional. */
export type YesGiver = {
	id: string;
	/** Central person, circle or contact person. */
	isFamily: boolean;
	/** Is or was coordinator here (CO2). */
	isCoordinator: boolean;
};

/**
 * AG2: says yes to carrying or helping with an agreement, for oneself or, marked, for somebody else. A
 * professional's promise is their own (AG5). CO2: a coordinator takes nothing on and says yes for nobody.
 */
export function yesTo(
	agreement: Pick<Agreement, 'number' | 'responsible' | 'helpers'>,
	who: { id: string; isProfessional: boolean },
	by: YesGiver
): Outcome<Yes> {
	if (by.isCoordinator) return refused('CO2');
	if (!takersOf(agreement).includes(who.id)) return refused('AG2');
	const own = by.id === who.id;
	if (!own && (who.isProfessional || !by.isFamily)) return refused('AG2');
	return allowed({ agreement: agreement.number, participant: who.id, onBehalfBy: own ? '' : by.id });
}

/** AG2: who still has to say yes, the absent included. Empty when nobody does. */
export function waitingFor(
	agreement: Pick<Agreement, 'number' | 'responsible' | 'helpers'>,
	yeses: readonly Yes[]
): string[] {
	const said = new Set(
		yeses.filter((yes) => yes.agreement === agreement.number).map((yes) => yes.participant)
	);
	return takersOf(agreement).filter((taker) => !said.has(taker));
}

/** AG2: agreed once the one responsible person said yes. A helper's missing yes shows beside that helper. */
export function isAgreed(
	agreement: Pick<Agreement, 'number' | 'responsible' | 'helpers'>,
	yeses: readonly Yes[]
): boolean {
	return agreement.responsible !== '' && !waitingFor(agreement, yeses).includes(agreement.responsible);
}

/** AG4: hands an agreement back. The yes goes, no reason is asked, nothing else is kept of it. */
export function handBack(yeses: readonly Yes[], agreement: number, participant: string): Yes[] {
	return yeses.filter((yes) => yes.agreement !== agreement || yes.participant !== participant);
}
