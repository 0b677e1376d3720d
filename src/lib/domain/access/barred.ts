import type { Hat, HatKind } from '../circle/hat.ts';

const OUTSIDE: readonly HatKind[] = ['coordinator', 'setter', 'informationGiver'];

/**
 * AC4: whether these hats keep somebody out of every sealed room of this conference, for good. An ended hat
 * counts as much as a worn one. A referrer is kept out only when acting for an organisation: a family that
 * applies for itself stays family.
 */
export function isBarred(hats: readonly Pick<Hat, 'kind' | 'organisation'>[]): boolean {
	return hats.some(
		(hat) => OUTSIDE.includes(hat.kind) || (hat.kind === 'referrer' && hat.organisation.trim() !== '')
	);
}
