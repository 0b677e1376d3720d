import { z } from 'zod';

/** A gathering of the circle after the day that is not closed yet (PH8). */
export const Gathering = z.object({
	id: z.string(),
	/** From 2: the day itself was the first. */
	number: z.number().int().min(2),
	state: z.enum(['private', 'presenting']),
	round: z.number().int().min(1)
});
export type Gathering = z.infer<typeof Gathering>;
