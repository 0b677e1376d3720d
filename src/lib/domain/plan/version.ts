import { z } from 'zod';
import { type Outcome, allowed } from '../outcome.ts';
import { PlanContent } from './content.ts';
import { copyForPresenting } from './copyForPresenting.ts';

/** VE1: one presented version, as it is kept for good. */
export const PlanVersion = z.object({
	/** From 1, counting on over rounds and gatherings. */
	number: z.number().int().min(1),
	/** Which gathering presented it; 1 is the day itself. */
	gathering: z.number().int().min(1),
	/** The round of private time before it, from 1. */
	round: z.number().int().min(1),
	content: PlanContent
});
export type PlanVersion = Readonly<z.infer<typeof PlanVersion>>;

/** VE1, PT2: makes a version that cannot be written to, with none of what came along with the content. */
export function freezeVersion(
	place: { number: number; gathering: number; round: number },
	content: unknown
): Outcome<PlanVersion> {
	const copy = copyForPresenting(content);
	if (!copy.ok) return copy;
	const { number, gathering, round } = place;
	return allowed(deepFreeze({ number, gathering, round, content: copy.value }));
}

function deepFreeze<T extends object>(value: T): T {
	for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
	return Object.freeze(value);
}
