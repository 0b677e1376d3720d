import { type Outcome, allowed, refused } from '../outcome.ts';
import type { ConsentAnswer, Topic } from './topic.ts';

/**
 * CS1: somebody the topic is about says yes, no, or takes it back; at any time, as often as they like. Nobody
 * else can, also not on their behalf. Only what was given can be withdrawn.
 */
export function answerTopic(topic: Topic, by: string, answer: ConsentAnswer): Outcome<Topic> {
	const before = topic.answers.find((one) => one.participant === by);
	if (!topic.about.includes(by)) return refused('CS1');
	if (answer === 'withdrawn' && before?.answer !== 'yes') return refused('CS1');
	const others = topic.answers.filter((one) => one.participant !== by);
	return allowed({ ...topic, answers: [...others, { participant: by, answer }] });
}
