import { z } from 'zod';

export const ConsentAnswer = z.enum(['yes', 'no', 'withdrawn']);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** What a professional wants to tell, in a word, and whom it is about. Every one of them has a say (CS1). */
export const Topic = z.object({
	/** Participant id of who brings it in. */
	professional: z.string().min(1),
	topic: z.string().trim().min(1).max(300),
	/** Participant ids; a second parent too. */
	about: z.array(z.string().min(1)).min(1).max(60),
	/** The last answer of each who gave one. */
	answers: z.array(z.object({ participant: z.string().min(1), answer: ConsentAnswer }))
});
export type Topic = z.infer<typeof Topic>;
