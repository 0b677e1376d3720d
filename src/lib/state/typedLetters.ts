import type { SheetMiss } from '#lib/sync/sheet/findSheet.ts';
import { inGroups } from '#lib/sync/sheet/inGroups.ts';

/** What is not right about typed letters, and the letters in their groups, so that the screen can point at one. */
export type LettersMiss = { typed: string; groups: string[]; at: number | undefined; letters: number } & {
	why: SheetMiss['why'] | 'takenOut' | 'notStored' | 'incomplete';
};

/** `at` and `letters` are there where the check could tell them. */
export function lettersMiss(typed: string, miss: { why: LettersMiss['why']; at?: number; letters?: number }): LettersMiss {
	const { why, at, letters = 0 } = miss;
	return { typed, why, at, letters, groups: inGroups(typed) };
}
