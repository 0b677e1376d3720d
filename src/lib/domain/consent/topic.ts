import { z } from 'zod';

export const ConsentAnswer = z.enum(['yes', 'no', 'withdrawn']);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

/** Somebody a topic is about, as far as consent asks: whether they can say it themselves, and who does for them. */
export const Subject = z.object({
	id: z.string().min(1),
	/** Years; null is a grown person. */
	age: z.number().int().nonnegative().nullable(),
	hasLogin: z.boolean(),
	/** Participant id of who answers for them; empty where nobody does. */
	representative: z.string()
});
export type Subject = z.infer<typeof Subject>;

/** One word on one topic: about whom, and whose hand it was when it was not their own (IN2). */
export const Said = z.object({
	participant: z.string().min(1),
	answer: ConsentAnswer,
	/** Empty when they said it themselves. */
	onBehalfBy: z.string()
});
export type Said = z.infer<typeof Said>;

/** What a professional wants to tell, in a word, and whom it is about. Every one of them has a say (CS1). */
export const Topic = z.object({
	/** Participant id of who brings it in. */
	professional: z.string().min(1),
	topic: z.string().trim().min(1).max(300),
	/** A second parent too. */
	about: z.array(Subject).min(1).max(60),
	/** The last word of each who gave one, and beside it the last that was said for them. */
	answers: z.array(Said)
});
export type Topic = z.infer<typeof Topic>;
