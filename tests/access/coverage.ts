import { grants } from '#lib/domain/access/access.ts';
import { Thing } from '#lib/domain/access/thing.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { HOLDINGS } from '#server/pocketbase/holdings.ts';
import { ASKING } from './cast.ts';
import { type Item, holds, standingIn } from './expected.ts';

/** The parts of the day for which somebody absent may choose to be heard. */
const TO_CHOOSE: Phase[] = ['information', 'privateTime', 'presentation'];

/**
 * Which grants of the table no item is planted for, as `role thing portion`: there a surface could be silent and
 * pass. Something must be reached by somebody of that role in every phase in which the table grants it.
 */
export function unreached(items: readonly Item[]): string[] {
	const granted = new Set<string>();
	const reached = new Set<string>();
	for (const phase of Phase.options) {
		const here = items.filter((item) => item.here && item.phase === phase);
		for (const who of ASKING) {
			const standing = standingIn(who, phase);
			for (const thing of Thing.options.filter((one) => HOLDINGS[one] !== null)) {
				for (const role of standing.roles) {
					// A child has the circle's column, cell by cell.
					if (role === 'child') continue;
					for (const { portion } of grants({ ...standing, roles: new Set([role]) }, phase, thing)) {
						if (portion === 'chosen' && !TO_CHOOSE.includes(phase)) continue;
						const key = `${role} ${thing} ${portion}`;
						granted.add(`${phase} ${key}`);
						const found = here.some(({ rights }) => rights[thing] && holds(rights[thing], portion, who));
						if (found) reached.add(`${phase} ${key}`);
					}
				}
			}
		}
	}
	const without = [...granted].filter((key) => !reached.has(key)).map((key) => key.slice(key.indexOf(' ') + 1));
	return [...new Set(without)].sort();
}
