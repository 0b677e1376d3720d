import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LANGUAGES } from '#lib/i18n/language.ts';
import type { RequestHandler } from './$types';

const Preferences = z.object({ language: z.enum(LANGUAGES).optional(), letters: z.enum(['normal', 'large']).optional() });
const aYear = 365 * 24 * 3600;

/** Language and size of letters, by a plain form; comes back to the page it was sent from. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const wanted = Preferences.safeParse(Object.fromEntries(form));
	if (!wanted.success) error(400);
	for (const [name, value] of Object.entries(wanted.data)) {
		const options = { path: '/', httpOnly: false, sameSite: 'lax', maxAge: aYear, secure: url.protocol === 'https:' } as const;
		if (value) cookies.set(name, value, options);
	}
	const back = String(form.get('back') ?? '/');
	redirect(303, /^\/(?!\/)/.test(back) ? back : '/');
};
