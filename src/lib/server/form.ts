import { fail, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';

/** Which sentence of `words.form` stands under which field. */
export type FieldErrors = Record<string, string>;
export type Refused = ActionFailure<{ values: Record<string, string>; errors: FieldErrors; message?: string }>;

/**
 * Reads a form through its schema. What was typed comes back with the refusal, so that nobody types twice;
 * passwords do not. A schema's messages are keys of `words.form`.
 */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema
): Promise<{ ok: true; data: z.infer<Schema> } | { ok: false; refused: Refused }> {
	const typed: Record<string, unknown> = {};
	const form = await request.formData();
	for (const key of new Set(form.keys())) {
		const all = form.getAll(key);
		typed[key] = key.endsWith('[]') ? all : all[0];
	}
	const read = schema.safeParse(typed);
	if (read.success) return { ok: true, data: read.data };
	const errors: FieldErrors = {};
	for (const issue of read.error.issues) errors[issue.path.map(String)[0] ?? 'form'] ??= issue.message;
	return { ok: false, refused: refuse(typed, errors) };
}

/** A refusal that keeps what was typed. `message` is a rule id or a key of `words.form` about the whole form. */
export function refuse(typed: Record<string, unknown>, errors: FieldErrors, message?: string, status = 400): Refused {
	const kept = Object.entries(typed).filter(([key, value]) => !/password/i.test(key) && typeof value === 'string');
	return fail(status, { values: Object.fromEntries(kept) as Record<string, string>, errors, message });
}
