import { Briefing, isBriefed } from '#lib/domain/circle/briefing.ts';
import { Attendance, THE_DAY } from './attendance.ts';
import { expanded, type OpenConference } from './conference.ts';

/** How far one person is with preparing: what they were told of four, whether they come, whether they need something. */
export type Readiness = { participant: string; told: number; briefed: boolean; coming: Attendance | ''; needs: boolean };

/** Of everybody on the list, for who may read all of it. One call, whatever their number. */
export async function listReadiness({ pb, id }: OpenConference): Promise<Readiness[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const expand = 'briefings_via_participant,date_answers_via_participant,needs_via_participant';
	const rows = await pb.collection('participants').getFullList({ filter, expand, skipTotal: true });
	return rows.map((row) => {
		const briefing = Briefing.safeParse(expanded(row, 'briefings_via_participant')[0]).data;
		const { goal, wayOfWorking, possibilities, responsibilities } = briefing ?? {};
		const said = expanded(row, 'date_answers_via_participant').find(({ day }) => day === THE_DAY);
		return {
			participant: row.id,
			told: [goal, wayOfWorking, possibilities, responsibilities].filter(Boolean).length,
			briefed: briefing !== undefined && isBriefed(briefing),
			coming: Attendance.safeParse(said?.answer).data ?? '',
			needs: expanded(row, 'needs_via_participant').some(({ text }) => text !== '')
		};
	});
}
