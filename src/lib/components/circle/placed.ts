import { hasLeft } from '#lib/domain/circle/hasLeft.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';

/** Where somebody sits in the picture, in its own units; `radius` is that of their dot. */
export type Seat = { person: Participant; place: 'centre' | 'inside' | 'outside'; x: number; y: number; radius: number };
export type Picture = { seats: Seat[]; width: number; height: number; middle: number; circle: number };

const WIDTH = 360;
const MIDDLE = WIDTH / 2;
/** The line around the circle. */
const CIRCLE = 176;
/** Rings of seats by how many sit there; more people, more and smaller rings. */
const RINGS: readonly { upTo: number; radii: readonly number[]; dot: number }[] = [
	{ upTo: 7, radii: [112], dot: 24 },
	{ upTo: 20, radii: [78, 138], dot: 21 },
	{ upTo: 44, radii: [62, 105, 150], dot: 13 }
];
/** Whoever helps from outside stands in rows below the circle. */
const OUTSIDE = { dot: 21, perRow: 5, row: 66 };

/**
 * Seats everybody who is asked or joined and has not left: central persons in the middle, the circle on rings around
 * them, everybody else outside the line. Order as in the list; works with two people and with forty.
 */
export function placed(people: readonly Participant[]): Picture {
	const here = people.filter((person) => (person.state === 'asked' || person.state === 'joined') && !hasLeft(person));
	const wears = (person: Participant, kind: string) => person.hats.some((hat) => !hat.ended && hat.kind === kind);
	const centre = here.filter((person) => wears(person, 'centralPerson'));
	const inside = here.filter((person) => !centre.includes(person) && wears(person, 'circle'));
	const outside = here.filter((person) => !centre.includes(person) && !inside.includes(person));
	const rows = Math.ceil(outside.length / OUTSIDE.perRow);
	return {
		seats: [...inTheMiddle(centre), ...onRings(inside), ...below(outside)],
		width: WIDTH,
		height: MIDDLE * 2 + rows * OUTSIDE.row,
		middle: MIDDLE,
		circle: CIRCLE
	};
}

function inTheMiddle(people: Participant[]): Seat[] {
	const radius = people.length > 1 ? 20 : 28;
	return people.map((person, index) => {
		const x = MIDDLE + (index - (people.length - 1) / 2) * 46;
		return { person, place: 'centre', x, y: MIDDLE - 8, radius };
	});
}

/** Each ring gets people in proportion to its length. */
function onRings(people: Participant[]): Seat[] {
	const { radii, dot } = RINGS.find(({ upTo }) => people.length <= upTo) ?? RINGS.at(-1)!;
	const length = radii.reduce((sum, radius) => sum + radius, 0);
	const upTo = (ring: number) => Math.round((people.length * radii.slice(0, ring + 1).reduce((sum, radius) => sum + radius, 0)) / length);
	return radii.flatMap((ringRadius, ring) => {
		const here = people.slice(ring ? upTo(ring - 1) : 0, upTo(ring));
		return here.map((person, index) => {
			const angle = (2 * Math.PI * (index + (ring % 2) / 2)) / here.length - Math.PI / 2;
			const x = Math.round(MIDDLE + ringRadius * Math.cos(angle));
			return { person, place: 'inside' as const, x, y: Math.round(MIDDLE - 6 + ringRadius * Math.sin(angle)), radius: dot };
		});
	});
}

function below(people: Participant[]): Seat[] {
	return people.map((person, index) => {
		const row = Math.floor(index / OUTSIDE.perRow);
		const inRow = Math.min(OUTSIDE.perRow, people.length - row * OUTSIDE.perRow);
		const x = MIDDLE + ((index % OUTSIDE.perRow) - (inRow - 1) / 2) * 68;
		return { person, place: 'outside', x, y: MIDDLE * 2 + OUTSIDE.dot + 6 + row * OUTSIDE.row, radius: OUTSIDE.dot };
	});
}
