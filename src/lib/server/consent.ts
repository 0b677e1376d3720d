import { z } from 'zod';
import { answerTopic } from '#lib/domain/consent/answerTopic.ts';
import { ConsentAnswer } from '#lib/domain/consent/topic.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { OpenConference } from './conference.ts';
import { listTopics, type Topic } from './contribution.ts';
import { ruleOf } from './refusal.ts';

const Consent = z.object({ id: z.string(), topic: z.string(), participant: z.string(), answer: ConsentAnswer });
export type Consent = z.infer<typeof Consent>;

/** The answers the asking person may see (CS1). */
export async function listConsents({ pb, id }: OpenConference): Promise<Consent[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('consents').getFullList({ filter, skipTotal: true });
	return rows.map((row) => Consent.parse(row));
}

/** CS1: yes, no, or taken back, by somebody the topic is about and by nobody for them. */
export async function answerConsent(at: OpenConference, topic: string, answer: ConsentAnswer): Promise<Outcome<null>> {
	const [topics, consents] = await Promise.all([listTopics(at), listConsents(at)]);
	const asked = topics.find(({ id }) => id === topic);
	if (!asked || !at.me) return refused('CS1');
	const answers = consents.filter((consent) => consent.topic === topic);
	const outcome = answerTopic({ ...asked, answers }, at.me.id, answer);
	if (!outcome.ok) return outcome;
	const before = answers.find(({ participant }) => participant === at.me?.id);
	const row = { conference: at.id, topic, participant: at.me.id, answer };
	try {
		if (before) await at.pb.collection('consents').update(before.id, { answer });
		else await at.pb.collection('consents').create(row);
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? 'CS1');
	}
}

/** How a topic stands, for who may know that and not who said what. */
export type TopicState = { state: 'open' | 'closed' | 'waiting'; waitsFor: string[] };

export function stateOf(topic: Topic, consents: readonly Consent[]): TopicState {
	if (topic.open) return { state: 'open', waitsFor: [] };
	const answers = consents.filter((consent) => consent.topic === topic.id);
	if (answers.some(({ answer }) => answer !== 'yes')) return { state: 'closed', waitsFor: [] };
	const answered = answers.map(({ participant }) => participant);
	return { state: 'waiting', waitsFor: topic.about.filter((person) => !answered.includes(person)) };
}
