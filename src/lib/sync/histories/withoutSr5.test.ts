import { answerAsThePlatform, answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { playLives } from './lives.fixture.ts';

/** New lines name all heads that there are, as if it did not matter who wrote them and when. */
vi.mock('#lib/crypto/roster/orderRecords.ts', async (original) => {
	const { orderRecords } = await original<typeof import('#lib/crypto/roster/orderRecords.ts')>();
	return {
		orderRecords(...[roomId, all]: Parameters<typeof orderRecords>) {
			const ordered = orderRecords(roomId, all);
			const named = new Set(all.flatMap(({ after }) => after));
			const heads = all.map(({ id }) => id).filter((id) => !named.has(id));
			return ordered && { ...ordered, heads: heads.sort() };
		}
	};
});

beforeAll(answerAtOnce);
afterAll(answerAsThePlatform);
const isLong = Boolean(process.env.LONG_TESTS);

it('[SR5] without it a life breaks: a line of somebody who is out makes what others sign after it do nothing', async () => {
	const { broken } = await playLives(isLong ? 5000 : 60, { shrinks: false, ...(isLong ? {} : { seed: 10 }) });
	expect(broken).toMatch(/could take nobody out|taken out is in|agree on who is in|cannot write|reads on|opens what/);
}, 3_600_000);
