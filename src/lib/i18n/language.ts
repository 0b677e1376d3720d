/** Languages of the interface; Dutch is the source, the others are dictionaries beside it. Every page loads this. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that is meant, if we speak it. */
export function languageOf(word: string | undefined): Language | undefined {
	return LANGUAGES.find((language) => language === word?.trim().slice(0, 2).toLowerCase());
}

/** The first language of an Accept-Language header that we speak; Dutch otherwise. */
export function preferredLanguage(header: string | null): Language {
	for (const wanted of (header ?? '').split(',')) {
		const language = languageOf(wanted);
		if (language) return language;
	}
	return 'nl';
}
