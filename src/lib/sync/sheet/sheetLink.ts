import { plainLetters } from '#lib/crypto/sheet/sheetCode.ts';

/** What stands behind `#` in the address that the QR picture of a sleutelblad carries. */
export type SheetLink = { conference: string; letters: string };

export function formatSheetLink({ conference, letters }: SheetLink): string {
	return `1.${conference}.${letters}`;
}

/** Null for what is no sheet's address. Whether the letters are right is `findSheet`'s to say. */
export function parseSheetLink(fragment: string): SheetLink | null {
	const [, conference, letters] = /^#?1\.([a-z0-9]{15})\.([0-9A-Za-z]{28})$/.exec(fragment.trim()) ?? [];
	return conference && letters ? { conference, letters: plainLetters(letters) } : null;
}
