import type { Participant } from '#lib/domain/circle/participant.ts';

/** Where somebody sits in the picture; x and y in its own units of 420 by 420. */
export type Seat = { person: Participant; place: 'centre' | 'inside' | 'outside'; x: number; y: number };

const MIDDLE = 210;
/** A ring holds so many without names running into each other. */
const PER_RING = 9;
const RINGS = { inside: [78, 118], outside: [178, 196] } as const;

/**
 * Seats everybody who is asked or joined: central persons in the middle, the circle on rings around them, everybody
 * else outside the line. Order as in the list; works with two people and with forty.
 */
export function placed(people: readonly Participant[]): Seat[] {
	const here = people.filter(({ state }) => state === 'asked' || state === 'joined');
	const wears = (person: Participant, kind: string) => person.hats.some((hat) => !hat.ended && hat.kind === kind);
	const centre = here.filter((person) => wears(person, 'centralPerson'));
	const inside = here.filter((person) => !centre.includes(person) && wears(person, 'circle'));
	const outside = here.filter((person) => !centre.includes(person) && !inside.includes(person));
	return [
		...centre.map((person, index) => {
			const x = MIDDLE + (index - (centre.length - 1) / 2) * 64;
			return { person, place: 'centre' as const, x, y: MIDDLE - 6 };
		}),
		...seated(inside, 'inside'),
		...seated(outside, 'outside')
	];
}

function seated(people: Participant[], place: 'inside' | 'outside'): Seat[] {
	const [near, far] = RINGS[place];
	return people.map((person, index) => {
		const isFar = people.length > PER_RING && index % 2 === 1;
		const angle = (2 * Math.PI * index) / people.length - Math.PI / 2;
		const radius = isFar ? far : people.length > PER_RING ? near : (near + far) / 2;
		return {
			person,
			place,
			x: Math.round(MIDDLE + radius * Math.cos(angle)),
			y: Math.round(MIDDLE + radius * Math.sin(angle)) - 8
		};
	});
}
