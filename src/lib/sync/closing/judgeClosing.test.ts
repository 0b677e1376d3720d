import { describe, expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { RecordId } from '#lib/crypto/roster/record.ts';
import { judgeClosing } from './judgeClosing.ts';

const DAY = 24 * 60 * 60 * 1000;
const id = (letter: string) => letter.repeat(64) as RecordId;

/** Closes `a`, `b` … by the persons given, in a circle of Yara, Bas and Riet; each is also the name of their device. */
function roster(closes: Record<string, string>, { keeps = [] as string[], live = ['Yara', 'Bas', 'Riet'] } = {}) {
	const devices = new Map(live.map((name) => [name, { id: name, person: `p-${name}`, name, standing: 'live' }]));
	return {
		devices,
		closes: Object.entries(closes).map(([letter, by]) => ({ kind: 'close', id: id(letter), by })),
		keeps: keeps.map((letter) => ({ kind: 'keep', close: fromHex(id(letter)) }))
	} as never;
}
const seen = (moments: Record<string, number>) => new Map(Object.entries(moments).map(([letter, at]) => [id(letter), at]));

describe('when a room ends on this device', () => {
	it('[SR34] seven days after one wants it, a day after a second person does, by the own clock', () => {
		expect(judgeClosing(roster({}), seen({})).effectiveAt).toBeNull();
		expect(judgeClosing(roster({ a: 'Yara' }), seen({ a: 100 })).effectiveAt).toBe(100 + 7 * DAY);
		const both = roster({ a: 'Yara', b: 'Bas' });
		expect(judgeClosing(both, seen({ a: 100, b: 3 * DAY })).effectiveAt).toBe(4 * DAY);
		expect(judgeClosing(both, seen({ a: 100, b: 6.9 * DAY })).effectiveAt).toBe(100 + 7 * DAY);
		expect(judgeClosing(both, seen({ a: 100, b: 3 * DAY })).closes.map(({ name }) => name)).toEqual(['Yara', 'Bas']);
	});

	it('[SR34] two devices of one person are one person', () => {
		const two = roster({ a: 'Yara', b: 'Yara' });
		expect(judgeClosing(two, seen({ a: 100, b: 200 })).effectiveAt).toBe(100 + 7 * DAY);
	});

	it('[SR34] at once only where nobody else is left: a ghost could otherwise wipe everybody in a second', () => {
		expect(judgeClosing(roster({ a: 'Yara' }, { live: ['Yara'] }), seen({ a: 100 })).effectiveAt).toBe(100);
		expect(judgeClosing(roster({ a: 'Yara' }, { live: ['Yara', 'Bas'] }), seen({ a: 100 })).effectiveAt).toBe(100 + 7 * DAY);
	});

	it('[SR34] a keep takes back the close it names, and no other', () => {
		const kept = roster({ a: 'Yara', b: 'Bas' }, { keeps: ['a'] });
		expect(judgeClosing(kept, seen({ a: 100, b: 200 })).effectiveAt).toBe(200 + 7 * DAY);
		expect(judgeClosing(roster({ a: 'Yara' }, { keeps: ['a'] }), seen({ a: 100 })).effectiveAt).toBeNull();
	});
});
