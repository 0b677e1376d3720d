import type { Agreement } from './agreement.ts';

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
