import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { EnvDuty } from './EnvDuty.ts';
import type { Ports } from './ports.ts';
import { breathe, fixedRandom, HandClock } from './room.fixture.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it('[SR14] a box that the server deletes each time is written once a minute and twenty times a day at most', async () => {
	const clock = new HandClock();
	const env = new Y.Doc().getMap('env');
	const box = { name: 'b/1/2', isGood: (value: unknown) => value !== undefined, make: async () => new Uint8Array(158), isDue: () => true };
	const ports = { scheduler: clock, random: fixedRandom(3) } as unknown as Ports;
	const duty = new EnvDuty(env, [{ due: () => [box], stale: () => [] }], ports, () => true);
	const writtenAt: number[] = [];
	env.observe(() => {
		if (env.has('b/1/2')) writtenAt.push(clock.now());
		queueMicrotask(() => env.delete('b/1/2'));
		queueMicrotask(() => duty.watch());
	});
	duty.watch();
	for (let at = 0; at < DAY + 60 * MINUTE; at += 20_000) {
		clock.advance(20_000);
		await breathe();
	}
	const pauses = writtenAt.slice(1).map((at, i) => at - writtenAt[i]!);
	expect(Math.min(...pauses)).toBeGreaterThanOrEqual(MINUTE);
	// The next day begins again.
	expect(writtenAt.length).toBeGreaterThan(20);
	const inADay = writtenAt.map((from) => writtenAt.filter((at) => at >= from && at < from + DAY).length);
	expect(Math.max(...inADay)).toBe(20);
});
