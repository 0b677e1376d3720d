import { needsOwnYes, needsRepresentative } from '../circle/age.ts';
import type { Said, Subject, Topic } from './topic.ts';

/**
 * CS1: whether what is told under this topic shows: everybody it is about said yes, and nobody took it back.
 * A topic about nobody shows to nobody: consent that was never asked is not consent.
 */
export function shows(topic: Pick<Topic, 'about' | 'answers'>): boolean {
	return topic.about.length > 0 && topic.about.every((subject) => wordOf(subject, topic.answers) === 'yes');
}

/** CS1: whether this person may see the text, once the table lets them see contributions at all. */
export function showsTo(topic: Pick<Topic, 'professional' | 'about' | 'answers'>, viewer: string): boolean {
	return viewer === topic.professional || shows(topic);
}

/** Where one of them stands: agreed, still to be asked, or not. */
export type Word = 'yes' | 'waiting' | 'no';

/**
 * CS1, PH1: under 12 the representative's yes, from 12 to 15 both; a child's own no always counts. Of a grown person
 * their own word, and as long as they never gave one, what was said for them.
 */
export function wordOf(subject: Subject, answers: readonly Said[]): Word {
	const last = (isOwn: boolean) =>
		answers.findLast((said) => said.participant === subject.id && (said.onBehalfBy === '') === isOwn)?.answer;
	const [own, behalf] = [last(true), last(false)];
	const isChild = needsRepresentative(subject.age);
	const said = isChild ? [own, behalf] : [own ?? behalf];
	const needed = isChild && !needsOwnYes(subject.age) ? [behalf] : said;
	if (said.some((answer) => answer !== undefined && answer !== 'yes')) return 'no';
	return needed.every((answer) => answer === 'yes') ? 'yes' : 'waiting';
}
