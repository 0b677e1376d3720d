import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoom, parseRoom, type Room } from './protocol.ts';

const id = fc.stringMatching(/^[a-z0-9]{15}$/);
const room: fc.Arbitrary<Room> = fc.oneof(
	fc.record({ kind: fc.constantFrom('open' as const, 'family' as const, 'door' as const), conference: id }),
	fc.record({
		kind: fc.constant('sealed' as const),
		conference: id,
		roomId: fc.stringMatching(/^[0-9a-f]{32}$/),
		document: fc.oneof(fc.constant('book'), fc.integer({ min: 1, max: 999 }).map((gathering) => `g${gathering}`))
	})
);

describe('the name of a room', () => {
	it('is read as the room it was made from', () => {
		fc.assert(fc.property(room, (one) => void expect(parseRoom(formatRoom(one))).toEqual(one)));
	});

	it('is the only one: whatever else is read as a room, is that very name', () => {
		const changed = fc
			.tuple(room.map(formatRoom), fc.nat(), fc.string({ maxLength: 2 }))
			.map(([name, at, text]) => name.slice(0, at % name.length) + text + name.slice((at + 1) % name.length));
		fc.assert(
			fc.property(fc.oneof(changed, fc.string()), (name) => {
				const found = parseRoom(name);
				if (found) expect(formatRoom(found)).toBe(name);
			})
		);
	});

	it.each([
		'open/RUSTINHUIS00001',
		'open/rustinhuis00001/',
		' open/rustinhuis00001',
		'open/rustinhuis00001\n',
		`room/rustinhuis00001/${'a'.repeat(32)}/g0`,
		`room/rustinhuis00001/${'a'.repeat(32)}/g01`,
		`room/rustinhuis00001/${'A'.repeat(32)}/book`,
		`room/rustinhuis00001/${'a'.repeat(31)}/book`,
		'map/rustinhuis00001'
	])('is not %j', (name) => expect(parseRoom(name)).toBeUndefined());
});
