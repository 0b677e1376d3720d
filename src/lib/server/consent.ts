import { z } from 'zod';
import { isRepresented } from '#lib/domain/circle/representative.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { answerTopic } from '#lib/domain/consent/answerTopic.ts';
import { wordOf } from '#lib/domain/consent/shows.ts';
import { ConsentAnswer, type Subject } from '#lib/domain/consent/topic.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { listTopics, type Topic } from './contribution.ts';
import type { OpenConference } from './conference.ts';
import { written } from './refusal.ts';

const Consent = z.object({
	id: z.string(),
	topic: z.string(),
	participant: z.string(),
	answer: ConsentAnswer,
	/** IN2: who said it for them; empty when they did themselves. */
	onBehalfBy: z.string()
});
export type Consent = z.infer<typeof Consent>;

/** The answers the asking person may see (CS1). */
export async function listConsents({ pb, id }: OpenConference): Promise<Consent[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('consents').getFullList({ filter, skipTotal: true });
	return rows.map((row) => Consent.parse(row));
}

export const GivenAnswer = z.object({
	topic: z.string().min(1),
	/** About whom; empty for oneself. */
	participant: z.string().default(''),
	answer: ConsentAnswer
});

/** CS1: yes, no, or taken back, by somebody the topic is about, or marked by who answers for them (IN2). */
export async function answerConsent(at: OpenConference, given: z.infer<typeof GivenAnswer>): Promise<Outcome<null>> {
	const { me, standing } = at;
	const [topics, consents] = await Promise.all([listTopics(at), listConsents(at)]);
	const topic = topics.find(({ id }) => id === given.topic);
	if (!topic || !me) return refused('CS1');
	const participant = given.participant || me.id;
	const answers = consents.filter((consent) => consent.topic === topic.id);
	const asked = { ...topic, about: subjectsOf(at, topic.about), answers };
	const outcome = answerTopic(asked, { participant, by: { id: me.id, barred: standing.barred }, answer: given.answer });
	if (!outcome.ok) return outcome;
	const onBehalfBy = participant === me.id ? '' : me.id;
	const isBefore = (one: Consent) => one.participant === participant && (one.onBehalfBy === '') === (onBehalfBy === '');
	const before = answers.find(isBefore);
	const row = { conference: at.id, topic: topic.id, participant, answer: given.answer, onBehalfBy };
	const rows = at.pb.collection('consents');
	return written(() => (before ? rows.update(before.id, { answer: given.answer, onBehalfBy }) : rows.create(row)), 'CS1');
}

/** IN2: those for whom the asking person answers now. */
export function answeredFor({ people, me, standing }: OpenConference): Participant[] {
	if (!me || standing.barred) return [];
	return people.filter((person) => {
		const isThere = person.state === 'asked' || person.state === 'joined';
		return isThere && person.representative === me.id && isRepresented(subjectOf(person));
	});
}

/** Those of the family for whom nobody can say yes or no as it stands: no login, or a child, and nobody who answers. */
export function withoutVoice({ people }: OpenConference): Participant[] {
	const isThere = (person: Participant) => person.state === 'asked' || person.state === 'joined';
	return people.filter((person) => {
		const isFamily = person.hats.some(({ kind, ended }) => !ended && (kind === 'centralPerson' || kind === 'circle'));
		const answering = people.find(({ id }) => id === person.representative);
		return isFamily && isThere(person) && isRepresented(subjectOf(person)) && !(answering && isThere(answering));
	});
}

function subjectsOf({ people }: OpenConference, about: readonly string[]): Subject[] {
	return people.filter(({ id }) => about.includes(id)).map(subjectOf);
}

function subjectOf({ id, age, account, representative }: Participant): Subject {
	return { id, age, hasLogin: account !== '', representative };
}

/** How a topic stands, for who may know that and not who said what. */
export type TopicState = {
	state: 'open' | 'closed' | 'waiting';
	/** Whose yes is still to be said, by themselves or for them. */
	waitsFor: string[];
};

/** `people` as far as the asking person may see them: whose word is missing is told to nobody else. */
export function stateOf(topic: Topic, consents: readonly Consent[], people: readonly Participant[]): TopicState {
	if (topic.open) return { state: 'open', waitsFor: [] };
	const answers = consents.filter((consent) => consent.topic === topic.id);
	const words = topic.about.map((id) => {
		const person = people.find((one) => one.id === id);
		const subject = person ? subjectOf(person) : { id, age: null, hasLogin: true, representative: '' };
		return { id, word: wordOf(subject, answers) };
	});
	if (words.some(({ word }) => word === 'no')) return { state: 'closed', waitsFor: [] };
	return { state: 'waiting', waitsFor: words.filter(({ word }) => word === 'waiting').map(({ id }) => id) };
}
