import fc from 'fast-check';
import { throwSameDice } from '#lib/crypto/promptCrypto.fixture.ts';
import { ACTS, SLOTS, World, type Step } from './World.fixture.ts';

const step: fc.Arbitrary<Step> = fc.record({
	actor: fc.nat(SLOTS - 1),
	act: fc.nat(ACTS - 1),
	target: fc.nat(SLOTS - 1),
	pick: fc.nat(0xffff)
});
const life = fc.tuple(fc.nat(1_000_000_000), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }));

/** Lives that were tried, what broke one if any did (shrunk, with how to see it again), and CPU time of each. */
export type Tried = { lives: number; broken: string | null; milliseconds: number };

/** Plays so many random lives of a circle; `seed` makes them the same ones every time. */
export async function playLives(runs: number, { seed, shrinks = true }: { seed?: number; shrinks?: boolean } = {}): Promise<Tried> {
	let lives = 0;
	const begun = process.cpuUsage();
	const found = await fc.check(
		fc.asyncProperty(life, async ([dice, steps]) => {
			lives++;
			throwSameDice(dice);
			const world = new World(dice);
			try {
				await world.begin();
				await world.play(steps);
				await world.finish();
			} finally {
				world.end();
				throwSameDice(null);
			}
		}),
		{ numRuns: runs, endOnFailure: !shrinks, ...(seed === undefined ? {} : { seed }) }
	);
	const { user, system } = process.cpuUsage(begun);
	const how = JSON.stringify({ seed: found.seed, path: found.counterexamplePath, life: found.counterexample });
	const broken = found.failed ? `${String(found.errorInstance)} after ${found.numRuns} lives: ${how}` : null;
	return { lives, broken, milliseconds: (user + system) / 1000 / lives };
}
