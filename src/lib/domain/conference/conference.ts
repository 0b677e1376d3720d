import { z } from 'zod';

/** A day, `2027-01-16`. */
export const Day = z.iso.date();

/** Whether each who has to say yes for one central person did (PH1). Below 16 two people may be needed. */
export const CentralYes = z.object({
	/** Participant id of the central person. */
	centralPerson: z.string().min(1),
	/** Years; null is a grown person. */
	age: z.number().int().nonnegative().nullable(),
	/** Participant id of who represents a child; empty where nobody does. */
	representative: z.string(),
	own: z.boolean(),
	representativeSaid: z.boolean()
});
export type CentralYes = z.infer<typeof CentralYes>;

/** How often the circle has presented, and in which round of private time it is. Both count from 1. */
const round = z.number().int().min(1);
/** Number of the last version presented; 0 before the first. */
const presented = z.number().int().nonnegative();
const version = z.number().int().min(1);

/** A gathering of the circle in follow-through (PH8): none → private → presenting. */
export const Gathering = z.discriminatedUnion('state', [
	z.object({ state: z.literal('none') }),
	z.object({ state: z.literal('private'), number: z.number().int().min(2), round }),
	z.object({ state: z.literal('presenting'), number: z.number().int().min(2), round, version })
]);
export type Gathering = z.infer<typeof Gathering>;

/** How a conference ended (PH7). Each is an honest ending; none is a failure. */
export const Ending = z.enum(['plan', 'planWithoutMeeting', 'noPlan', 'stopped']);
export type Ending = z.infer<typeof Ending>;

const id = z.string().min(1);
const coordinator = z.string().min(1);

/** Asked for, waiting for each central person's own yes; nobody organises it yet. */
export const Application = z.object({
	id,
	phase: z.literal('application'),
	yeses: z.array(CentralYes).min(1),
	/** What kind of coordinator, and who may be asked. */
	wishes: z.string().max(4000)
});
export const Preparation = z.object({ id, phase: z.literal('preparation'), coordinator });
export const Information = z.object({ id, phase: z.literal('information'), coordinator });
export const PrivateTime = z.object({ id, phase: z.literal('privateTime'), coordinator, round, presented });
export const Presentation = z.object({ id, phase: z.literal('presentation'), coordinator, round, version });
/** Always with a contact person and a date to meet again. The coordinator is null after withdrawal (CO3). */
export const FollowThrough = z.object({
	id,
	phase: z.literal('followThrough'),
	coordinator: coordinator.nullable(),
	contactPerson: z.string().min(1),
	reviewDate: Day,
	/** The version in force. */
	version,
	/** The last version presented; ahead of `version` while a gathering presents. */
	presented: version,
	/** The number the last gathering had; 1 was the day itself. */
	gatherings: z.number().int().min(1),
	gathering: Gathering
});
export const Closed = z.object({ id, phase: z.literal('closed'), outcome: Ending });

/**
 * One conference, as far as its verbs need it: ids and numbers, never words of the family. A union per phase,
 * so that a follow-through without a contact person or a closing without an outcome cannot be written.
 */
export const Conference = z.discriminatedUnion('phase', [
	Application,
	Preparation,
	Information,
	PrivateTime,
	Presentation,
	FollowThrough,
	Closed
]);
export type Conference = z.infer<typeof Conference>;

/** The conference while it is in this phase. */
export type In<P extends Conference['phase']> = Extract<Conference, { phase: P }>;
