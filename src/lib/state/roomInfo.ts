import { z } from 'zod';
import { Phase } from '#lib/domain/conference/phase.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/** What the page of the sealed room is told from outside: who I am, who belongs here, what must be answered. */
export const RoomInfo = z.object({
	id: z.string(),
	title: z.string(),
	phase: Phase,
	me: Named,
	people: z.array(Named.extend({ hats: z.array(z.string()) })),
	/** The gathering whose room is used now; those before it can be read. */
	gathering: z.object({
		number: z.number().int().min(1),
		state: z.enum(['before', 'private', 'presenting', 'closed'])
	}),
	room: z.object({ roomId: z.string(), letIn: z.boolean() }).optional(),
	requirements: z.array(z.object({ id: z.string(), label: z.string(), text: z.string(), test: z.string() }))
});
export type RoomInfo = z.infer<typeof RoomInfo>;

/** `signIn`: nobody is signed in on this browser. `refused`: not for this person, or no such conference (AC3). */
export type Told = { ok: true; info: RoomInfo } | { ok: false; because: 'signIn' | 'refused' | 'offline' };

/** Asks the server. */
export async function askRoomInfo(conference: string): Promise<Told> {
	const answer = await fetch(`/conference/${conference}/room`, { redirect: 'manual' }).catch(() => undefined);
	if (!answer || answer.status >= 500) return { ok: false, because: 'offline' };
	if (answer.type === 'opaqueredirect') return { ok: false, because: 'signIn' };
	const read = answer.ok ? RoomInfo.safeParse(await answer.json()) : undefined;
	return read?.success ? { ok: true, info: read.data } : { ok: false, because: 'refused' };
}

/** Tells the server something about the room; true when it took it. */
export async function tellRoom(method: 'POST' | 'PUT', conference: string, body: unknown): Promise<boolean> {
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(`/conference/${conference}/room`, { method, headers, body: JSON.stringify(body) });
	return answer.ok;
}
