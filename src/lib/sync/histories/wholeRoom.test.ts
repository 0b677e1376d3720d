import { answerAsThePlatform, answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playLives } from './lives.fixture.ts';

beforeAll(answerAtOnce);
afterAll(answerAsThePlatform);
const isLong = Boolean(process.env.LONG_TESTS);
const LIVES = Number(process.env.HISTORIES ?? (isLong ? 20_000 : 120));

const title = `[SR32] over ${LIVES} lives with a lying server: who is in ends with one whole plan, who is out opens none`;

it(title, async () => {
	const { lives, broken, milliseconds } = await playLives(LIVES, isLong || process.env.HISTORIES ? {} : { seed: 20270116 });
	expect(broken).toBeNull();
	console.log(`${lives} lives of a circle, ${milliseconds.toFixed(0)} ms of CPU each`);
}, 3_600_000);
