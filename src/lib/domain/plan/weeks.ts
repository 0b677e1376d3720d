import type { Agreement } from './agreement.ts';
import type { AgreementStatus } from './status.ts';

/** Agreements of one week, by its Monday as `2027-01-25`; what goes on has no week of its own. */
export type Weeks<A> = { monday: string; agreements: A[] }[];

const DAY = 24 * 60 * 60 * 1000;

/** The Monday of the week this day lies in; days as `2027-01-30`. */
export function mondayOf(day: string): string {
	const at = new Date(`${day}T00:00:00Z`);
	const sinceMonday = (at.getUTCDay() + 6) % 7;
	return new Date(at.getTime() - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** What has a day of its own, per week and in order; and what goes on until the people meet again. */
export function byWeek<A extends Pick<Agreement, 'by'>>(agreements: readonly A[]): { weeks: Weeks<A>; goesOn: A[] } {
	const dated = agreements.filter(({ by }) => by !== '').toSorted((one, other) => (one.by < other.by ? -1 : 1));
	const weeks: Weeks<A> = [];
	for (const agreement of dated) {
		const monday = mondayOf(agreement.by);
		const week = weeks.find((one) => one.monday === monday);
		if (week) week.agreements.push(agreement);
		else weeks.push({ monday, agreements: [agreement] });
	}
	return { weeks, goesOn: agreements.filter(({ by }) => by === '') };
}

/** What somebody does this week, what has its day later, and what is over: done, or stopped. */
export type OneWeek<A> = { now: A[]; later: A[]; over: A[] };

/**
 * What there is to do in the week of `today`: what goes on, what has its day this week, and what is still open from
 * before (AG3: that is a matter of the calendar, not a failure). In the plan's order.
 * @param wordOn what was said last about an agreement; undefined where nothing was
 */
export function thisWeek<A extends { by: string }>(
	agreements: readonly A[],
	wordOn: (agreement: A) => AgreementStatus | undefined,
	today: string
): OneWeek<A> {
	const nextMonday = new Date(Date.parse(`${mondayOf(today)}T00:00:00Z`) + 7 * DAY).toISOString().slice(0, 10);
	const week: OneWeek<A> = { now: [], later: [], over: [] };
	for (const agreement of agreements) {
		const word = wordOn(agreement);
		if (word === 'done' || word === 'stopped') week.over.push(agreement);
		else if (agreement.by >= nextMonday) week.later.push(agreement);
		else week.now.push(agreement);
	}
	return week;
}
