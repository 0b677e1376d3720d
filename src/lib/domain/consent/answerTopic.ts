import { isRepresented } from '../circle/representative.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { ConsentAnswer, Topic } from './topic.ts';

/** About whom, and who says it. `barred`: is or was coordinator, professional or referrer for an organisation. */
export type AnswerTopicInput = {
	participant: string;
	by: { id: string; barred: boolean };
	answer: ConsentAnswer;
};

/**
 * CS1: somebody the topic is about says yes, no, or takes it back; at any time, as often as they like. For a child,
 * and for who has no login, the one who answers for them says it too, marked (IN2); nobody else ever does, and
 * never somebody from outside. Only what was given can be withdrawn.
 */
export function answerTopic(topic: Topic, { participant, by, answer }: AnswerTopicInput): Outcome<Topic> {
	const subject = topic.about.find(({ id }) => id === participant);
	if (!subject) return refused('CS1');
	const own = by.id === participant;
	const answers = by.id !== '' && by.id === subject.representative && isRepresented(subject) && !by.barred;
	if (!own && !answers) return refused('CS1');
	const isSame = (said: Topic['answers'][number]) =>
		said.participant === participant && (said.onBehalfBy === '') === own;
	if (answer === 'withdrawn' && topic.answers.findLast(isSame)?.answer !== 'yes') return refused('CS1');
	const others = topic.answers.filter((said) => !isSame(said));
	return allowed({ ...topic, answers: [...others, { participant, answer, onBehalfBy: own ? '' : by.id }] });
}
