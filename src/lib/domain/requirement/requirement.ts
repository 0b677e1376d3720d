import { z } from 'zod';

const text = z.string().trim().max(2000);

/** BL2: a result that can be seen, a plain why, and how we see it. */
export const Requirement = z.object({
	id: z.string().min(1),
	/** Participant id of the setter. */
	setter: z.string().min(1),
	/** Short name, for example "B1"; the setter may change it. */
	label: z.string().trim().min(1).max(100),
	text: text.min(1),
	why: text,
	test: text,
	final: z.boolean(),
	/** BL3: why it came or changed after private time began; empty for one that was there before. */
	lateReason: text,
	/** Id of the requirement this one takes the place of; empty when it is new. */
	replaces: z.string(),
	/** The round it came in: 0 before private time, then the round of that moment. */
	enteredRound: z.number().int().nonnegative()
});
export type Requirement = z.infer<typeof Requirement>;

/** BL3: whether it carries the mark that it came after private time began. */
export function isLate(requirement: Pick<Requirement, 'enteredRound'>): boolean {
	return requirement.enteredRound > 0;
}
