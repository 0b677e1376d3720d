import type { Thing } from '#lib/domain/access/thing.ts';
import { type Attempt, attemptsOf } from './attempts.ts';
import { ASKING } from './cast.ts';
import { mayWrite } from './expected.ts';
import { inTurns } from './inTurns.ts';
import type { Planting } from './Planting.ts';
import type { PocketBaseSurface } from './surfaces/pocketbase.ts';
import type { Tally } from './tally.ts';

/**
 * Lets everybody try to write everything, in every phase, and undoes what succeeds. In the short run each tries each
 * thing in each phase in one of the ways that are theirs and in one that is not, in turn; `npm run test:all` in all.
 */
export async function tryEverything(
	surface: PocketBaseSurface,
	conferences: readonly Planting[],
	tally: Tally
): Promise<void> {
	const all = conferences.flatMap((to, turn) =>
		ASKING.flatMap((who, place) => {
			const attempts = attemptsOf(who, to);
			const some = process.env.LONG_TESTS ? attempts : oneOfEach(who, attempts, turn + place);
			return some.map((attempt) => ({ who, attempt }));
		})
	);
	await inTurns(all, async ({ who, attempt }) => {
		const { phase, rights, method, collection } = attempt;
		const may = mayWrite(who, phase, rights);
		const answer = await surface.attempt(who, attempt, may);
		const things = Object.keys(rights) as Thing[];
		tally.compare({ who, phase, things }, may ? 'allowed' : 'refused', answer, `${method} ${collection}`);
	});
}

function oneOfEach(who: string, attempts: Attempt[], turn: number): Attempt[] {
	const kindOf = ({ phase, rights }: Attempt) => `${Object.keys(rights)[0]} ${mayWrite(who, phase, rights)}`;
	return Object.values(Object.groupBy(attempts, kindOf)).map((some) => some![turn % some!.length]!);
}
