import { z } from 'zod';

/**
 * How much of a thing a right reaches. Each names what a guard must filter on; the guard holds the facts
 * (who carries an agreement, who ticked what), the table only says which facts count.
 */
export const Portion = z.enum([
	/** The whole thing. */
	'all',
	/** What concerns oneself: one's row, data, answer, copy, promise. */
	'own',
	/** One's own answers to the date poll, where needs are none of the list's business yet (PR2). */
	'ownDates',
	/** Of a yes and its status, one's own yes alone. */
	'ownYes',
	/** Of and for somebody one answers for: a child, or who has no login (IN2, PH1, CS1). Nobody barred does that. */
	'representing',
	/** Why it was asked for and what was wished, without the rest of an application. */
	'wishes',
	/** Putting in what is about somebody else, without seeing what others put in (RV2). */
	'adding',
	/** Asking that somebody else coordinates (CO1, CO5), or taking that back. */
	'asking',
	/** Offering somebody else as coordinator (CO5). */
	'offering',
	/** Who coordinates: that row of the list and no other. */
	'coordination',
	/** The circle list as names, without data. */
	'names',
	/** The names that stand in an agreement one may see: who carries, helps or checks it. */
	'beside',
	/** Of another's contact data, what that person ticked to be shared (AC1). */
	'ticked',
	/** A safety agreement in which one is named. */
	'named',
	/** Of the question's document only the question itself, as a projection (AC6). */
	'question',
	/** That something is there and how far it is, not what it says. */
	'state',
	/** A contribution once all it is about said yes (CS1). */
	'consented',
	/** What is about oneself. */
	'aboutSelf',
	/** What staff and system did. */
	'staff',
	/** Consent to the topics one brought in. */
	'ownTopics',
	/** In the parts of the day its author chose. */
	'chosen',
	/** Final requirements, no drafts. */
	'final',
	/** Adding or replacing an own requirement, with a reason and marked (BL3). Includes reading one's own. */
	'addOrReplace',
	/** Requirements that one's own agreements answer. */
	'answered',
	/** Beside the door's state, who is inside. */
	'inside',
	/** Knocking, and answering who knocks: what lies at the door itself, never what is behind it. */
	'knocking',
	/** Minding the door from inside: letting in, opening it for a guest, asking that somebody goes (RM1, RM2). */
	'minding',
	/** Putting somebody out by one's own hand (RM2). */
	'puttingOut',
	/** One answer, to the question put to oneself (PT3). */
	'asked',
	/** Deciding who gets the plan and how much of it. */
	'sharing',
	/** Bringing the released plan round to whom the circle chose, and noting who has it (PL3). */
	'delivering',
	/** Agreements one carries, helps or checks, or that answer a requirement one set. */
	'concerns',
	/** The whole, once the circle shares it. */
	'whenShared',
	/** What was said for somebody else, who is no professional, and is marked so (IN2). */
	'onBehalf',
	/** The yes's, not the statuses. */
	'yeses',
	/** Statuses of others, once the circle shares them. */
	'statusWhenShared',
	/** From the moment one was invited. */
	'invited',
	/** Yes or no: whether it led to a plan. */
	'outcome',
	/** Counts, from five people and five conferences (ME3). */
	'counts',
	/** What is said about one's own work, from five answers. */
	'ownWork',
	/** The one agreement a guest was asked for, until its date. */
	'thatAgreement'
]);
export type Portion = z.infer<typeof Portion>;
