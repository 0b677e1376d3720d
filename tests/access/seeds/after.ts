import { of } from '../expected.ts';
import type { Planting } from '../Planting.ts';

/** What comes after the day: threads, meetings, the log. */
export function plantAfter(to: Planting): void {
	const { people } = to;
	const both = ['ilse', 'tarik'];
	plantThread(to, 'both', both, { riet: both, ilse: both });
	// Roos is invited after the message, and Tarik is no longer: neither sees it.
	plantThread(to, 'late', ['tarik'], { bas: ['tarik'], tarik: ['tarik'] }, ['roos']);
	plantThread(to, 'alone', [], { yara: [] });

	const invited = ['ilse', 'tarik', 'vera', 'otis', 'wim', 'amina', 'fatma', 'sanne', 'noor'];
	const meeting = { reviewMeeting: { own: of(...invited) } };
	to.row('review_meetings', meeting, 'place', { day: '2027-03-01', invited: to.ids(...invited) }, 'meeting');
	to.row('review_meetings', { reviewMeeting: {} }, 'place', { day: '2027-04-01' });
	to.row('gatherings', meeting, 'id', { number: 2, state: 'presenting', round: 1, invited: to.ids(...invited) }, 'gathering');

	const log = (about: string, staff: boolean, name: string) =>
		to.row('access_log', { accessLog: { aboutSelf: of(about), staff } }, 'action', {
			about: people[about],
			staff,
			actor: to.accounts.yara
		}, name);
	log('riet', false, 'log riet');
	log('hulya', true, 'log staff');
	log('ilse', false, 'log ilse');
}

function plantThread(
	to: Planting,
	name: string,
	invited: string[],
	messages: Record<string, string[]>,
	later = invited
): void {
	const rights = { thread: { invited: of(...later) } };
	const thread = to.row('threads', rights, 'title', { invited: to.ids(...invited) }, `thread ${name}`);
	for (const [author, shown] of Object.entries(messages)) {
		const seen = { thread: { invited: of(...shown.filter((who) => later.includes(who))) } };
		to.row('thread_messages', seen, 'text', { thread, participant: to.people[author] });
	}
	if (later !== invited) to.change('threads', thread, { invited: to.ids(...later) });
}
