import { z } from 'zod';
import type { Actor } from '../conference/actor.ts';
import type { Conference } from '../conference/conference.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';

/** RV1: one of a series of meetings to see how it goes. */
export const ReviewMeeting = z.object({
	day: z.iso.date(),
	place: z.string().trim().max(300),
	/** Participant id of who receives the others; empty while nobody does. */
	host: z.string().max(64),
	note: z.string().trim().max(4000)
});
export type ReviewMeeting = z.infer<typeof ReviewMeeting>;

/** RV1: the contact person (or deputy, or a central person) calls one, or moves its date. */
export function callMeeting(
	conference: Conference,
	actor: Actor,
	meeting: ReviewMeeting
): Outcome<ReviewMeeting> {
	const calls = actor.roles.has('contactPerson') || actor.roles.has('centralPerson');
	const read = ReviewMeeting.safeParse(meeting);
	if (conference.phase !== 'followThrough' || !calls || !read.success) return refused('RV1');
	return allowed(read.data);
}

/** The first meeting from today on; null when none is planned. Days as `2027-04-17`. */
export function nextMeeting<M extends Pick<ReviewMeeting, 'day'>>(
	meetings: readonly M[],
	today: string
): M | null {
	const coming = meetings.filter((meeting) => meeting.day >= today);
	return coming.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null;
}
