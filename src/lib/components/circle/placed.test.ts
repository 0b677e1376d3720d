import { expect, it } from 'vitest';
import type { HatKind } from '#lib/domain/circle/hat.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { placed } from './placed.ts';

function somebody(n: number, kind: HatKind): Participant {
	const hat = { kind, ended: false, organisation: '', capacity: '', supports: '', agreement: '', until: '' };
	const plain = { account: '', state: 'joined' as const, age: null, representative: '', independentOn: '' };
	return { id: `${kind}${n}`, name: `${kind} ${n}`, ...plain, hats: [hat] };
}

it.each([1, 2, 5, 8, 13, 20, 31, 40])('everybody has a seat of their own within the picture, with %i in the circle', (many) => {
	const circle = Array.from({ length: many }, (_, n) => somebody(n, 'circle'));
	const outside = Array.from({ length: 7 }, (_, n) => somebody(n, 'informationGiver'));
	const { seats, width, height, middle, circle: line } = placed([somebody(0, 'centralPerson'), ...circle, ...outside]);
	expect(seats).toHaveLength(many + 8);
	for (const [index, one] of seats.entries()) {
		expect(one.x - one.radius).toBeGreaterThanOrEqual(0);
		expect(one.x + one.radius).toBeLessThanOrEqual(width);
		expect(one.y - one.radius).toBeGreaterThanOrEqual(0);
		expect(one.y + one.radius).toBeLessThanOrEqual(height);
		const fromMiddle = Math.hypot(one.x - middle, one.y - middle) + one.radius;
		if (one.place !== 'outside') expect(fromMiddle).toBeLessThanOrEqual(line);
		for (const other of seats.slice(index + 1)) {
			expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.radius + other.radius);
		}
	}
});

it('whoever said no or was taken off the list has no seat', () => {
	const gone = { ...somebody(1, 'circle'), state: 'declined' as const };
	expect(placed([somebody(0, 'centralPerson'), gone]).seats).toHaveLength(1);
});

it('[CO3] a coordinator who has left has no seat', () => {
	const amina = somebody(1, 'coordinator');
	const left = { ...amina, hats: amina.hats.map((hat) => ({ ...hat, ended: true })) };
	expect(placed([somebody(0, 'centralPerson'), left]).seats).toHaveLength(1);
});
