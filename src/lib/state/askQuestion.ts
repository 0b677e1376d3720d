import { z } from 'zod';
import { SYNC_PATH } from '#lib/sync/protocol.ts';

const Answer = z.object({ question: z.string() });

/** The question for who may read that and no more of the paper it stands in (AC6). */
export type Question = { ok: true; question: string } | { ok: false; because: 'signIn' | 'refused' | 'unreachable' };

export async function askQuestion(conference: string): Promise<Question> {
	const answer = await fetch(`${SYNC_PATH}question/${conference}`).catch(() => undefined);
	if (!answer || answer.status >= 500) return { ok: false, because: 'unreachable' };
	if (answer.status === 401) return { ok: false, because: 'signIn' };
	const read = answer.ok ? Answer.safeParse(await answer.json()) : undefined;
	return read?.success ? { ok: true, question: read.data.question } : { ok: false, because: 'refused' };
}
