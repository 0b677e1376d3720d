import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';

/** One question out of the room. It has no author: it comes from "de familie" (PT3). */
export const RoomQuestion = z.object({
	id: z.string(),
	/** Participant who is asked. */
	to: z.string(),
	/** Empty where somebody is called in: then the question is whether they come. */
	question: z.string(),
	/** Empty until given; given once. */
	answer: z.string()
});
export type RoomQuestion = z.infer<typeof RoomQuestion>;

export const AskOut = z.object({ to: z.string(), question: z.string().trim().max(2000) });
export const AnswerIn = z.object({ question: z.string(), answer: z.string().trim().min(1, 'fillIn').max(2000, 'tooLong') });

/** For the family all questions, oldest first; for who was asked their own; nothing outside private time. */
export async function listRoomQuestions({ pb, id, standing, phase }: OpenConference): Promise<RoomQuestion[]> {
	if (!may(standing, phase, 'questionOut', 'read')) return [];
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('room_questions').getFullList({ filter, sort: '@rowid', skipTotal: true });
	return rows.map((row) => RoomQuestion.parse(row));
}

/** Whom the family may ask: coordinator and professionals, while private time lasts. */
export function whoMayBeAsked({ people }: OpenConference): string[] {
	const kinds = ['coordinator', 'setter', 'informationGiver'];
	return people
		.filter(({ state, hats }) => state === 'joined' && hats.some((hat) => !hat.ended && kinds.includes(hat.kind)))
		.map(({ id }) => id);
}

/** Asks, as the family. False when it cannot be (any more). */
export async function askOut({ pb, id: conference }: OpenConference, asked: z.infer<typeof AskOut>): Promise<boolean> {
	return done(pb.collection('room_questions').create({ conference, ...asked }));
}

/** Answers, once. False when it was answered, or private time has ended meanwhile. */
export async function answerIn({ pb }: OpenConference, { question, answer }: z.infer<typeof AnswerIn>): Promise<boolean> {
	return done(pb.collection('room_questions').update(question, { answer }));
}

/** A refusal is an answer; PocketBase being away is not. */
async function done(writing: Promise<unknown>): Promise<boolean> {
	try {
		await writing;
		return true;
	} catch (refusal) {
		ruleOf(refusal);
		return false;
	}
}
