import type { Look } from './look.ts';
import type { Requirement } from './requirement.ts';

/** How a requirement stands when the day, or a gathering, closes. */
export type Result = {
	requirement: string;
	result: 'met' | 'notYet' | 'presumedMet' | 'leftForNextRound';
	reason: string;
	then: string;
};

/** Requirements that count now: final ones that no later one took the place of. */
export function inForce(requirements: readonly Requirement[]): Requirement[] {
	const final = requirements.filter((requirement) => requirement.final);
	const replaced = new Set(final.map((requirement) => requirement.replaces));
	return final.filter((requirement) => !replaced.has(requirement.id));
}

/**
 * BL5, BL6: how each requirement stands against one version. The last look counts; unlooked-at is met,
 * presumed, and shown as such. BL3: a late one may be left for the next round by the circle (`left`).
 */
export function atClose(
	requirements: readonly Requirement[],
	looks: readonly Look[],
	version: number,
	left: ReadonlySet<string> = new Set()
): Result[] {
	return inForce(requirements).map(({ id, enteredRound }) => {
		const last = looks.findLast((look) => look.requirement === id && look.version === version);
		if (last) return { requirement: id, result: last.result, reason: last.reason, then: last.then };
		const result = left.has(id) && enteredRound > 0 ? 'leftForNextRound' : 'presumedMet';
		return { requirement: id, result, reason: '', then: '' };
	});
}
