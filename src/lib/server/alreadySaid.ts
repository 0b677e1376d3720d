import { takersOf } from '#lib/domain/plan/agreement.ts';
import { listYeses, saidTo } from './agreement.ts';
import { type Attendance, attendanceOf } from './attendance.ts';
import type { OpenConference } from './conference.ts';
import type { Gathering } from './openGathering.ts';
import { listAgreements } from './planVersion.ts';

type Said = { coming?: Attendance; answered?: boolean; gathering?: Gathering['state'] };

/** What the reader said themselves, so that the first page does not ask for it again, and where the circle is. */
export async function alreadySaid(at: OpenConference): Promise<Said> {
	const { me, phase } = at;
	if (!me) return {};
	if (phase === 'preparation') return { coming: await attendanceOf(at, me.id) };
	if (phase === 'followThrough') return { gathering: at.gathering?.state };
	if (phase !== 'presentation') return {};
	const [agreements, yeses] = await Promise.all([listAgreements(at, at.presented), listYeses(at)]);
	const mine = agreements.filter((agreement) => takersOf(agreement).includes(me.id));
	return { answered: mine.length > 0 && mine.every(({ id }) => saidTo(id, yeses).includes(me.id)) };
}
