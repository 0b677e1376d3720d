import { page } from '$app/state';
import type { Words } from './nl.ts';
import { general } from './nl/general.ts';
import type { Language } from './language.ts';

/** All words of the page that is being shown, in the language of whoever reads it; where none could come, the general. */
export function words(): Words {
	return page.data.words ?? general;
}

/** Fetches one dictionary; only the language in use travels to the browser. */
export async function dictionary(language: Language): Promise<Words> {
	return language === 'en' ? (await import('./en.ts')).en : (await import('./nl.ts')).nl;
}

/** The parts that the first page of somebody invited needs. The rest travels when they go on. */
export async function entranceWords(language: Language): Promise<Words> {
	return together(
		await (language === 'en'
			? Promise.all([import('./en/general.ts'), import('./en/entering.ts'), import('./en/demo.ts')])
			: Promise.all([import('./nl/general.ts'), import('./nl/entering.ts'), import('./nl/demo.ts')]))
	);
}

/** The parts that the pages of the sealed room and its door need; from there one leaves by a full page load. */
export async function roomWords(language: Language): Promise<Words> {
	const later = [...brought].map((part) => LATER[part][language]());
	return together(
		await Promise.all([
			...(language === 'en'
				? [
						import('./en/general.ts'),
						import('./en/room.ts'),
						import('./en/paper.ts'),
						import('./en/plan.ts'),
						import('./en/program.ts'),
						import('./en/door.ts')
					]
				: [
						import('./nl/general.ts'),
						import('./nl/room.ts'),
						import('./nl/paper.ts'),
						import('./nl/plan.ts'),
						import('./nl/program.ts'),
						import('./nl/door.ts')
					]),
			...later
		])
	);
}

/** Parts of the room's words that travel only when a screen that says them is opened. */
const LATER = {
	drawings: { nl: () => import('./nl/drawings.ts'), en: () => import('./en/drawings.ts') },
	tablet: { nl: () => import('./nl/tablet.ts'), en: () => import('./en/tablet.ts') },
	inside: { nl: () => import('./nl/inside.ts'), en: () => import('./en/inside.ts') },
	lettingIn: { nl: () => import('./nl/lettingIn.ts'), en: () => import('./en/lettingIn.ts') },
	sheet: { nl: () => import('./nl/sheet.ts'), en: () => import('./en/sheet.ts') },
	twoRooms: { nl: () => import('./nl/twoRooms.ts'), en: () => import('./en/twoRooms.ts') }
};
export type LaterPart = keyof typeof LATER;
/** They come again when the language changes. */
const brought = new Set<LaterPart>();

/** A page that says this part from its start on: `roomWords` brings it along. */
export function alsoBring(part: LaterPart): void {
	brought.add(part);
}

/** Brings a part of the words to the page that is shown; before the screen that says them is drawn. */
export async function bringWords(part: LaterPart): Promise<void> {
	brought.add(part);
	Object.assign(page.data.words, together([await LATER[part][page.data.language as Language]()]));
}

/** A page is typed as if it had all words: what it uses beyond its parts, its own journey finds. */
function together(parts: object[]): Words {
	return Object.assign({}, ...parts.flatMap((part) => Object.values(part))) as Words;
}
