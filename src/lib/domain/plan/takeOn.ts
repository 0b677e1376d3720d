import { type Outcome, allowed, refused } from '../outcome.ts';
import { type Agreement, takersOf } from './agreement.ts';
import type { YesGiver } from './yes.ts';

type Taken = Pick<Agreement, 'responsible' | 'helpers'>;

/** Who said yes to one agreement without being named in it: they took it on when its carrier did not (AG4). */
export function takenOnBy(agreement: Taken, said: readonly string[]): string[] {
	const named = takersOf(agreement);
	return said.filter((participant) => !named.includes(participant));
}

/** AG4: whether somebody may still take it on: its carrier has said no yes, or handed it back, and nobody else did. */
export function isOpenToTake(agreement: Taken, said: readonly string[]): boolean {
	return !said.includes(agreement.responsible) && takenOnBy(agreement, said).length === 0;
}

/**
 * AG4: somebody of the family takes on what nobody carries now: "dit doe ik". For oneself only; CO2: never a
 * coordinator. The plan stays as it was presented (VE1), the yes says who does it.
 * @param said participants whose yes to this agreement there is
 */
export function takeOn(agreement: Taken, by: YesGiver, said: readonly string[]): Outcome<null> {
	if (by.isCoordinator) return refused('CO2');
	return by.isFamily && isOpenToTake(agreement, said) ? allowed(null) : refused('AG4');
}

/** Who does it now: the one who is responsible, else who took it on; empty while that is nobody's yes. */
export function carriedNowBy(agreement: Taken, said: readonly string[]): string {
	if (said.includes(agreement.responsible)) return agreement.responsible;
	return takenOnBy(agreement, said)[0] ?? '';
}
