import { z } from 'zod';
import { callMeeting, nextMeeting, ReviewMeeting } from '#lib/domain/plan/reviewMeeting.ts';
import { type Outcome, allowed, refused } from '#lib/domain/outcome.ts';
import { actor, now } from './asDomain.ts';
import { today } from './closing.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';
import { rowsOf } from './rows.ts';

/** A review meeting as it is kept. */
export const KeptMeeting = ReviewMeeting.extend({ id: z.string(), invited: z.array(z.string()) });
export type KeptMeeting = z.infer<typeof KeptMeeting>;

/** The next review meeting, as far as the asking person may know of it (RV1). */
export async function meetingAhead(at: OpenConference): Promise<KeptMeeting | undefined> {
	const rows = await rowsOf(at, 'review_meetings');
	return nextMeeting(rows.map((row) => KeptMeeting.parse(row)), today()) ?? undefined;
}

export const NewMeeting = z.object({
	day: z.iso.date('date').refine((day) => day >= today(), 'dayAhead'),
	place: z.string().trim().max(300, 'tooLong').default(''),
	host: z.string().default(''),
	note: z.string().trim().max(4000, 'tooLong').default(''),
	'invited[]': z.array(z.string()).default([])
});

/** RV1: calls the next meeting, or moves the one that was called; the date to meet again follows (RV2). */
export async function saveMeeting(at: OpenConference, { 'invited[]': invited, ...wanted }: z.infer<typeof NewMeeting>): Promise<Outcome<null>> {
	const called = callMeeting(now(at), actor(at), wanted);
	if (!called.ok) return called;
	const before = await meetingAhead(at);
	const batch = at.pb.createBatch();
	const row = { ...called.value, invited };
	if (before) batch.collection('review_meetings').update(before.id, row);
	else batch.collection('review_meetings').create({ ...row, conference: at.id });
	batch.collection('conferences').update(at.id, { reviewDate: wanted.day });
	try {
		await batch.send();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? 'RV1');
	}
}
