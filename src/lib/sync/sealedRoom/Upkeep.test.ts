import { describe, expect, it } from 'vitest';
import { Notices } from './Notices.ts';
import type { Ports } from './ports.ts';
import { breathe, fixedRandom, HandClock } from './room.fixture.ts';
import { Upkeep } from './Upkeep.ts';

const MINUTE = 60_000;

/** A log that a test makes small or large, whole or not; `publishedAt`: when a state went out. */
function kept() {
	const clock = new HandClock();
	const log = { entries: 0, lacks: false };
	const publishedAt: number[] = [];
	const notices = new Notices(clock);
	const upkeep = new Upkeep(
		{
			mayWrite: () => true,
			size: () => ({ entries: log.entries, bytes: 0, lastState: 0, isOld: false }),
			logLacks: () => log.lacks,
			hasUnsent: () => false,
			sendUnsent: async () => {},
			publishState: async () => publishedAt.push(clock.now()) > 0
		},
		{ scheduler: clock, random: fixedRandom(7) } as unknown as Ports,
		notices
	);
	/** The server throws away whatever comes, for so many minutes. */
	const suffer = async (minutes: number) => {
		log.lacks = true;
		for (let i = 0; i < minutes * 6; i++) {
			upkeep.suspect();
			clock.advance(10_000);
			await breathe();
		}
		log.lacks = false;
	};
	return { clock, log, publishedAt, upkeep, suffer, kinds: () => notices.all.map(({ kind }) => kind) };
}

describe('a log that is kept whole', () => {
	it('[SR32] gives back at most once a minute, and once in ten when it keeps disappearing, which is said', async () => {
		const { publishedAt, suffer, kinds } = kept();
		await suffer(2);
		expect(kinds()).toEqual([]);
		await suffer(50);
		const pauses = publishedAt.slice(1).map((at, i) => at - publishedAt[i]!);
		expect(pauses.length).toBeGreaterThanOrEqual(5);
		expect(Math.min(...pauses)).toBeGreaterThanOrEqual(MINUTE);
		expect(Math.max(...pauses.slice(0, 2))).toBeLessThan(3 * MINUTE);
		expect(Math.min(...pauses.slice(2))).toBeGreaterThanOrEqual(10 * MINUTE);
		expect(kinds()).toEqual(['keepsDisappearing']);
	});

	it('[SR32] after a quiet half hour it is said no more, and what is lost then comes back within the minute', async () => {
		const { clock, publishedAt, suffer, kinds } = kept();
		await suffer(30);
		clock.advance(30 * MINUTE);
		const since = clock.now();
		await suffer(1);
		expect(publishedAt.at(-1)! - since).toBeLessThan(MINUTE);
		expect(kinds()).toEqual([]);
	});

	it('[SR32] looks again before it acts: what another device did meanwhile is not done twice', async () => {
		const { clock, log, publishedAt, upkeep } = kept();
		log.lacks = true;
		log.entries = 201;
		upkeep.suspect();
		upkeep.watchSize();
		log.lacks = false;
		log.entries = 1;
		clock.advance(MINUTE);
		await breathe();
		expect(publishedAt).toEqual([]);
	});
});
