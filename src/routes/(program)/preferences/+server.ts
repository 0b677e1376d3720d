import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LANGUAGES } from '#lib/i18n/language.ts';
import { KEPT, LETTERS, THEMES } from '#lib/i18n/preferences.ts';
import { ownPath } from '$lib/server/ownPath';
import type { RequestHandler } from './$types';

const Preferences = z.object({
	language: z.enum(LANGUAGES).optional(),
	letters: z.enum(LETTERS).optional(),
	theme: z.enum(THEMES).optional()
});

/** Language, size of letters, light or dark, by a plain form; comes back to the page it was sent from. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const wanted = Preferences.safeParse(Object.fromEntries(form));
	if (!wanted.success) error(400);
	for (const [name, value] of Object.entries(wanted.data)) {
		const options = { path: '/', httpOnly: false, sameSite: 'lax', maxAge: KEPT, secure: url.protocol === 'https:' } as const;
		if (value) cookies.set(name, value, options);
	}
	redirect(303, ownPath(String(form.get('back'))) ?? '/');
};
