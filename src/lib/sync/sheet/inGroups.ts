import { inGroups as groupsOf, plainLetters } from '#lib/crypto/sheet/sheetCode.ts';

/** Letters as they stand on paper, group by group: of a sheet that was made, or as somebody typed them. */
export function inGroups(letters: string): string[] {
	return groupsOf(plainLetters(letters)).split(' ');
}
