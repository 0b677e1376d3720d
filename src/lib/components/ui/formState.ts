import { words } from '#lib/i18n/words.ts';

export type FormState = { values: Record<string, string>; errors: Record<string, string>; message?: string };

/**
 * What a form shows after it was sent: what was typed, what to mend per field, and one sentence about the whole.
 * @param form the page's `form` property, whatever its actions answered
 */
export function formState(form: unknown): FormState {
	const answer = (form ?? {}) as { values?: FormState['values']; errors?: FormState['errors']; message?: string };
	const text = words();
	const sentences: Record<string, unknown> = { ...text.form, ...text.rules };
	const sentence = answer.message === undefined ? undefined : sentences[answer.message];
	return {
		values: answer.values ?? {},
		errors: answer.errors ?? {},
		message: typeof sentence === 'string' ? sentence : answer.message && text.form.gone
	};
}
