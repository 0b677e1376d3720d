import { z } from 'zod';

/** What a participant is in one conference. One person may wear several hats (AC4). */
export const HatKind = z.enum([
	'centralPerson',
	'circle',
	'spokesperson',
	'supportPerson',
	'contactPerson',
	'deputyContactPerson',
	'interpreter',
	'outsideSupportPerson',
	'coordinator',
	'setter',
	'informationGiver',
	'referrer',
	'guest'
]);
export type HatKind = z.infer<typeof HatKind>;

/**
 * One hat of one participant. A hat that ended stays on record: who *was* coordinator, professional or
 * referrer on behalf of an organisation is never let into a sealed room (AC4).
 */
export const Hat = z.object({
	kind: HatKind,
	/** True once it was laid down (withdrawal, removal of the role). */
	ended: z.boolean(),
	/** The organisation a professional or referrer acts for; empty when somebody acts for themselves. */
	organisation: z.string(),
	/** With `setter`: on what ground requirements may be set, for example "jeugdbeschermer". */
	capacity: z.string(),
	/** With `supportPerson`: id of the participant who is supported. */
	supports: z.string(),
	/** With `guest`: id of the one agreement this guest may see. */
	agreement: z.string(),
	/** With `guest`: the last moment, ISO 8601; empty otherwise. */
	until: z.string()
});
export type Hat = z.infer<typeof Hat>;
