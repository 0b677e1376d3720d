import type { PlanContent } from '#lib/domain/plan/content.ts';
import { send } from './roomInfo.ts';

/**
 * What came of presenting. `offline`: nobody knows of it and nothing was lost. `signIn`: this browser is signed in no
 * longer. Otherwise the rule that keeps it, or none where somebody else was earlier or the server will not say.
 */
export type Presented = { ok: true } | { ok: false; because: 'offline' | 'signIn' | 'refused'; rule?: string };

/** Sends the plan out of the room as plain data (PT2); the server answers with the rule that keeps it, if any (PH4). */
export async function presentDraft(conference: string, content: PlanContent): Promise<Presented> {
	const answer = await send('POST', `/conference/${conference}/present`, content).catch(() => undefined);
	if (!answer || answer.status >= 500) return { ok: false, because: 'offline' };
	if (answer.type === 'opaqueredirect') return { ok: false, because: 'signIn' };
	if (answer.ok) return { ok: true };
	const { rule } = (await answer.json().catch(() => ({}))) as { rule?: string };
	return { ok: false, because: 'refused', rule };
}
