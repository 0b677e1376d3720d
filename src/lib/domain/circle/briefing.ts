import { z } from 'zod';

/** BR1: what each attendee was told, in four points; or why this was knowingly skipped. */
export const Briefing = z.object({
	participant: z.string().min(1),
	goal: z.boolean(),
	wayOfWorking: z.boolean(),
	possibilities: z.boolean(),
	responsibilities: z.boolean(),
	/** Empty when nothing was skipped. */
	skippedBecause: z.string()
});
export type Briefing = z.infer<typeof Briefing>;

/** PH2: whether this attendee is ready: all four points, or a reason why not. */
export function isBriefed(briefing: Briefing): boolean {
	const told =
		briefing.goal && briefing.wayOfWorking && briefing.possibilities && briefing.responsibilities;
	return told || briefing.skippedBecause.trim() !== '';
}
