import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Participant } from './participant.ts';

/** An answer to an invitation, and who gave it for somebody else; empty when they did it themselves. */
export type InvitationAnswer = { participant: Participant; onBehalfBy: string };

/** The answer and whose hand it comes from; `mayStandIn` is true for coordinator, contact person and family. */
export type AnswerInvitationInput = { answer: 'yes' | 'no'; by: string; mayStandIn: boolean };

/** IN2: somebody says whether they come; another may say it for them, and that stays marked. */
export function answerInvitation(
	participant: Participant,
	input: AnswerInvitationInput
): Outcome<InvitationAnswer> {
	const own = input.by === participant.id;
	if ((!own && !input.mayStandIn) || participant.state === 'removed') return refused('IN2');
	return allowed({
		participant: { ...participant, state: input.answer === 'yes' ? 'joined' : 'declined' },
		onBehalfBy: own ? '' : input.by
	});
}
