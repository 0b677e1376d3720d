import { z } from 'zod';

/**
 * The parts of a conference, in the order in which they come.
 * Only `privateTime` and `presentation` may alternate (PH5).
 */
export const Phase = z.enum([
	'application',
	'preparation',
	'information',
	'privateTime',
	'presentation',
	'followThrough',
	'closed'
]);
export type Phase = z.infer<typeof Phase>;

/** Every phase from `first` up to and including `last`. */
export function phasesBetween(first: Phase, last: Phase): Phase[] {
	const all = Phase.options;
	return all.slice(all.indexOf(first), all.indexOf(last) + 1);
}
