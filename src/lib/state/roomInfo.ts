import { z } from 'zod';
import { Phase } from '#lib/domain/conference/phase.ts';
import { PlanContent } from '#lib/domain/plan/content.ts';

const Named = z.object({ id: z.string(), name: z.string() });

const Questions = z.array(
	z.object({
		id: z.string(),
		/** Participant who is asked. */
		to: z.string(),
		/** Empty where somebody is called in. */
		question: z.string(),
		/** Empty until given. */
		answer: z.string()
	})
);

const Gathering = z.object({ number: z.number().int().min(1), state: z.enum(['before', 'private', 'presenting', 'closed']) });

/**
 * What the page of the sealed room is told from outside: who I am, who belongs here, what must be answered. A guest
 * who is not in yet is told what it takes to knock, and of all that has a default here nothing (PT1).
 */
export const RoomInfo = z.object({
	id: z.string(),
	title: z.string(),
	phase: Phase.optional(),
	/** `account`: with whose session this was asked. */
	me: Named.extend({ account: z.string() }),
	/** `saidYes`: takes part, and was not only asked to. */
	people: z.array(Named.extend({ hats: z.array(z.string()), saidYes: z.boolean() })),
	/** The gathering whose room is used now; those before it can be read. */
	gathering: Gathering.default({ number: 1, state: 'before' }),
	/**
	 * `roomIds`: names on the wire of every room that was begun, mostly one (F12). `inside`: participants whom the
	 * server knows to be let in.
	 */
	room: z.object({ roomIds: z.array(z.string()), letIn: z.boolean(), inside: z.array(z.string()) }).optional(),
	requirements: z
		.array(
			z.object({
				id: z.string(),
				/** Who asks for it. */
				setter: z.string(),
				label: z.string(),
				text: z.string(),
				why: z.string(),
				test: z.string(),
				/** Set for one that came after private time had begun (BL3). */
				lateReason: z.string()
			})
		)
		.default([]),
	/** Questions out of the room, and whom one may ask (PT3). */
	questions: Questions.default([]),
	askable: z.array(z.string()).default([]),
	/** The fictional case, where one click is enough to be somebody who is inside. */
	isDemo: z.boolean(),
	/** Whether this person could begin the room; somebody from beside the circle never can. */
	mayBegin: z.boolean().default(false),
	/** Whether this person could present now (PH4, PH8). */
	mayPresent: z.boolean().default(false),
	/** Names of those outside the circle who would read what is presented: the whole, or what concerns them. */
	readers: z.object({ whole: z.array(z.string()), own: z.array(z.string()) }).default({ whole: [], own: [] }),
	/** `2027-01-16`. */
	today: z.iso.date(),
	/** Who asked that somebody goes, as long as a second member has not (RM2). */
	askedOut: z.array(z.object({ person: z.string(), by: z.string() })).default([]),
	/** The plan that is carried out, for a gathering to go on from (PH8). */
	inForce: PlanContent.optional(),
	/** How the plan presented last was looked at (BL6). */
	looks: z
		.array(z.object({ requirement: z.string(), result: z.enum(['met', 'notYet']), reason: z.string(), then: z.string() }))
		.default([])
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

const News = RoomInfo.pick({ phase: true, questions: true, gathering: true });
export type News = z.infer<typeof News>;

/** What may have changed while one waits; undefined where nothing can be heard now. */
export async function askNews(conference: string): Promise<News | undefined> {
	const answer = await fetch(`/conference/${conference}/room/question`, { redirect: 'manual' }).catch(() => undefined);
	return answer?.ok ? News.safeParse(await answer.json()).data : undefined;
}

/** Tells the server something about the room; true when it took it. */
export async function tellRoom(conference: string, body: unknown): Promise<boolean> {
	return (await send('POST', `/conference/${conference}/room`, body)).ok;
}

/** Asks somebody outside, as the family; true when it was taken. */
export async function askOutside(conference: string, to: string, question: string): Promise<boolean> {
	const answer = await send('POST', `/conference/${conference}/room/question`, { to, question }).catch(() => undefined);
	return answer?.ok ?? false;
}

export function send(method: 'POST', path: string, body: unknown): Promise<Response> {
	const headers = { 'content-type': 'application/json' };
	return fetch(path, { method, headers, body: JSON.stringify(body), redirect: 'manual' });
}
