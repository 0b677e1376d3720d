import type { Thing } from '#lib/domain/access/thing.ts';
import { type Attempt, attemptsOf } from './attempts.ts';
import { ASKING } from './cast.ts';
import { mayWrite, standingIn } from './expected.ts';
import { inTurns } from './inTurns.ts';
import type { Planting } from './Planting.ts';
import type { PocketBaseSurface } from './surfaces/pocketbase.ts';
import type { Tally } from './tally.ts';

/** Whoever stands where somebody else of the cast stands too; `npm run test:all` lets them try everything as well. */
const LIKE_OTHERS = ['hulya', 'milan', 'lina', 'els'];

/** Lets everybody try to write everything, in every phase, and undoes what succeeds. */
export async function tryEverything(
	surface: PocketBaseSurface,
	conferences: readonly Planting[],
	tally: Tally
): Promise<void> {
	const all = conferences.flatMap((to, turn) =>
		ASKING.flatMap((who) => {
			const attempts = attemptsOf(who, to);
			const some = isSampled(who, to) ? oneOfEachThing(attempts, turn) : attempts;
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

/** Of those who are nobody here, each attempt is made in some phases and each thing tried in every one. */
function isSampled(who: string, { phase }: Planting): boolean {
	if (process.env.LONG_TESTS) return false;
	return LIKE_OTHERS.includes(who) || standingIn(who, phase).roles.size === 0;
}

function oneOfEachThing(attempts: Attempt[], turn: number): Attempt[] {
	const byThing = Object.groupBy(attempts, ({ rights }) => Object.keys(rights)[0]!);
	return Object.values(byThing).map((some) => some![turn % some!.length]!);
}
