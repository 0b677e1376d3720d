import { answerAsThePlatform, answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { playLives } from './lives.fixture.ts';

/** Boxes for whoever is on the roster, however they stand. */
vi.mock('../sealedRoom/boxesDue.ts', async (original) => {
	const real = await original<typeof import('../sealedRoom/boxesDue.ts')>();
	const boxesDue: typeof real.boxesDue = (roster, generations) =>
		[...new Set(generations)].flatMap((generation) =>
			[...roster.devices.values()].map((device) => ({ name: real.boxName(generation, device), generation, device }))
		);
	return { ...real, boxesDue };
});

beforeAll(answerAtOnce);
afterAll(answerAsThePlatform);

it('[SR11] without it a life breaks: somebody who was taken out is handed the new key, and reads on', async () => {
	const { broken } = await playLives(400, { seed: 1, shrinks: false });
	expect(broken).toMatch(/reads on|opens what is written now/);
}, 3_600_000);
