import { z } from 'zod';
import type { Told } from './roomInfo.ts';

const Mine = z.array(z.object({ id: z.string(), title: z.string() }));
export type MyConferences = { ok: true; conferences: z.infer<typeof Mine> } | Exclude<Told, { ok: true }>;

/** The conferences of whoever is signed in here, for a page that was opened without one. */
export async function askMyConferences(): Promise<MyConferences> {
	const answer = await fetch('/conference/mine', { redirect: 'manual' }).catch(() => undefined);
	if (!answer || answer.status >= 500) return { ok: false, because: 'offline' };
	if (answer.type === 'opaqueredirect') return { ok: false, because: 'signIn' };
	const read = answer.ok ? Mine.safeParse(await answer.json()) : undefined;
	return read?.success ? { ok: true, conferences: read.data } : { ok: false, because: 'refused' };
}
