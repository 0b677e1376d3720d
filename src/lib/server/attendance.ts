import { z } from 'zod';
import type { OpenConference } from './conference.ts';

/** Whether somebody comes on the day, whichever day that becomes. */
export const Attendance = z.enum(['yes', 'maybe', 'no'], 'choose');
export type Attendance = z.infer<typeof Attendance>;
export const AttendanceForm = z.object({ coming: Attendance });

/** The day of the conference among the days that are asked about; the others are dates. */
export const THE_DAY = 'conference';

/** PR2: what somebody said; undefined when they said nothing, or it is not for the reader. */
export async function attendanceOf(at: OpenConference, participant: string): Promise<Attendance | undefined> {
	return Attendance.safeParse((await rowOf(at, participant))?.answer).data;
}

/** Said by that person, and changed as often as they like. */
export async function saveAttendance(at: OpenConference, participant: string, answer: Attendance): Promise<void> {
	const answers = at.pb.collection('date_answers');
	const before = await rowOf(at, participant);
	if (before) await answers.update(before.id, { answer });
	else await answers.create({ conference: at.id, participant, day: THE_DAY, answer });
}

async function rowOf({ pb }: OpenConference, participant: string) {
	const filter = pb.filter('participant = {:participant} && day = {:day}', { participant, day: THE_DAY });
	return (await pb.collection('date_answers').getList(1, 1, { filter, skipTotal: true })).items[0];
}
