import type { Topic } from './topic.ts';

/**
 * CS1: whether what is told under this topic shows: everybody it is about said yes, and nobody took it back.
 * A topic about nobody shows to nobody: consent that was never asked is not consent.
 */
export function shows(topic: Pick<Topic, 'about' | 'answers'>): boolean {
	const last = new Map(topic.answers.map(({ participant, answer }) => [participant, answer]));
	return topic.about.length > 0 && topic.about.every((person) => last.get(person) === 'yes');
}

/** CS1: whether this person may see the text, once the table lets them see contributions at all. */
export function showsTo(topic: Pick<Topic, 'professional' | 'about' | 'answers'>, viewer: string): boolean {
	return viewer === topic.professional || shows(topic);
}
