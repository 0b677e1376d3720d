import { z } from 'zod';
import { Hat } from './hat.ts';

/** Where somebody stands towards the invitation. `removed` covers being taken off the list and leaving it. */
export const ParticipantState = z.enum(['asked', 'joined', 'declined', 'removed']);
export type ParticipantState = z.infer<typeof ParticipantState>;

/** One person in one conference. The same person in another conference is another participant. */
export const Participant = z.object({
	id: z.string(),
	/** The login behind this participant; empty for somebody who never logs in (a full member all the same). */
	account: z.string(),
	name: z.string(),
	state: ParticipantState,
	/** Years; null where it does not matter. Below 12 the representative says yes, from 16 alone. */
	age: z.number().int().nullable(),
	/** IN2: participant id of who answers for this person; empty where nobody does. */
	representative: z.string().default(''),
	/** CO1: the day a coordinator declared to be independent here, `2026-12-20`; empty for everybody else. */
	independentOn: z.string().default(''),
	hats: z.array(Hat)
});
export type Participant = z.infer<typeof Participant>;
