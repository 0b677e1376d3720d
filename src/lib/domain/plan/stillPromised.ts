import type { Agreement } from './agreement.ts';
import { carriedNowBy, takenOnBy } from './takeOn.ts';

/** What somebody said yes to: the words, who carries it, and who would help. */
export type Promised = Pick<Agreement, 'what' | 'when' | 'ifNot' | 'responsible' | 'helpers'> & { by: string };

const WORDS = ['what', 'when', 'by', 'ifNot'] as const;

/**
 * PH8, VE1: whose word on an agreement still stands when the next version comes into force: the words are the same,
 * the same person carries it, no help falls away, and one's own part in it is what it was. So a yes never comes to
 * mean more than was said; whatever changed waits for a new one (AG2). Whoever took it on (AG4) counts as its
 * carrier, also when the next version names them.
 * @param before the agreement in force, and `after` the one with its number in the next version
 * @param said participants whose yes to `before` there is
 * @param whom whose word is asked about; those who said yes, unless said otherwise
 */
export function stillPromised(
	before: Promised,
	after: Promised,
	said: readonly string[],
	whom: readonly string[] = said
): string[] {
	const carries = carriedNowBy(before, said);
	const sameWords = WORDS.every((part) => before[part].trim() === after[part].trim());
	const isNamed = after.responsible === before.responsible;
	const sameCarrier = isNamed || (carries !== '' && after.responsible === carries);
	const stays = (helper: string) => helper === after.responsible || after.helpers.includes(helper);
	if (!sameWords || !sameCarrier || !before.helpers.every(stays)) return [];
	const tookOn = takenOnBy(before, said);
	return whom.filter((one) => {
		if (one === after.responsible) return one === before.responsible || one === carries;
		if (after.helpers.includes(one)) return before.helpers.includes(one);
		return isNamed && tookOn.includes(one);
	});
}
