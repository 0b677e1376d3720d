import { z } from 'zod';

/** Languages of the interface; Dutch is the source, the others are dictionaries beside it. */
export const Language = z.enum(['nl', 'en']);
export type Language = z.infer<typeof Language>;

/** The first language of an Accept-Language header that we speak; Dutch otherwise. */
export function preferredLanguage(header: string | null): Language {
	for (const wanted of (header ?? '').split(',')) {
		const language = Language.safeParse(wanted.trim().slice(0, 2).toLowerCase());
		if (language.success) return language.data;
	}
	return 'nl';
}
