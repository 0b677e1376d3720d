import type { Phase } from '#lib/domain/conference/phase.ts';
import { cast, dayOf } from './cast.ts';

/** The moments of the case at which the demo can be entered, in the order in which they happen. */
export const STATION_NAMES = [
	'application',
	'preparation',
	'privateTime',
	'presentation',
	'followThrough',
	'review'
] as const;
export type StationName = (typeof STATION_NAMES)[number];

/** What time it is there, with the distance to UTC in Waterveen on that day. */
const TIMES = ['10:00+01:00', '14:00+01:00', '15:00+01:00', '17:50+01:00', '11:00+01:00', '15:00+02:00'];

export type StationPlan = {
	name: StationName;
	phase: Phase;
	/** Where its clock stands, ISO 8601. */
	at: string;
};

export const STATIONS: readonly StationPlan[] = cast.stations.map(({ day, phase }, index) => ({
	name: STATION_NAMES[index]!,
	phase,
	at: new Date(`${dayOf(day)}T${TIMES[index]}`).toISOString()
}));

/** Whether a station lies at or after another. */
export function isFrom(station: StationName, other: StationName): boolean {
	return STATION_NAMES.indexOf(station) >= STATION_NAMES.indexOf(other);
}

/** Whoever goes into the sealed room on a device of their own. */
export const INSIDE: readonly string[] = cast.people
	.filter(({ let_into_private_room, login }) => let_into_private_room && ['mail', 'link', 'letter'].includes(login))
	.map(({ id }) => id);
