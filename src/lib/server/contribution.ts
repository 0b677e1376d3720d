import { z } from 'zod';
import { newId } from './newId.ts';
import type { OpenConference } from './conference.ts';
import { rowsOf } from './rows.ts';

/** What a professional wants to tell, in a word, and about whom. `open`: all of them said yes (CS1). */
export const Topic = z.object({
	id: z.string(),
	professional: z.string(),
	topic: z.string(),
	about: z.array(z.string()),
	open: z.boolean()
});
export type Topic = z.infer<typeof Topic>;

/** The text under a topic; only its author has it before it is open. */
export const Contribution = z.object({ id: z.string(), professional: z.string(), topic: z.string(), text: z.string() });
export type Contribution = z.infer<typeof Contribution>;

export const HelpOnOffer = z.object({ id: z.string(), professional: z.string(), text: z.string() });
export type HelpOnOffer = z.infer<typeof HelpOnOffer>;

export const NewTopic = z.object({
	topic: z.string().trim().min(1, 'fillIn').max(60, 'tooLong'),
	about: z.string().trim().min(1, 'fillIn').max(300, 'tooLong'),
	text: z.string().trim().max(4000, 'tooLong').default('')
});
export const NewHelp = z.object({ help: z.string().trim().min(1, 'fillIn').max(1000, 'tooLong') });

/** The topics the asking person may see, in the order in which they came: about them, their own, or open. */
export async function listTopics({ pb, id }: OpenConference): Promise<Topic[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('contribution_topics').getFullList({ filter, sort: '@rowid', skipTotal: true });
	return rows.map((row) => Topic.parse(row));
}

/** The texts the asking person may see: their own, and what is open. */
export async function listContributions(at: OpenConference): Promise<Contribution[]> {
	return (await rowsOf(at, 'contributions')).map((row) => Contribution.parse(row));
}

export async function listHelp(at: OpenConference): Promise<HelpOnOffer[]> {
	return (await rowsOf(at, 'help_on_offer')).map((row) => HelpOnOffer.parse(row));
}

/** A topic of the asking professional with its text, to be answered by everybody it is about (CS1). */
export async function addTopic({ pb, id, me }: OpenConference, wanted: { topic: string; about: string[]; text: string }) {
	const row = { conference: id, professional: me?.id };
	const topic = newId();
	const batch = pb.createBatch();
	batch.collection('contribution_topics').create({ ...row, id: topic, topic: wanted.topic, about: wanted.about });
	batch.collection('contributions').create({ ...row, topic, text: wanted.text });
	await batch.send();
}

export async function saveContribution({ pb }: OpenConference, contribution: string, text: string): Promise<void> {
	await pb.collection('contributions').update(contribution, { text });
}

/** With its text and the answers that were given. */
export async function removeTopic({ pb }: OpenConference, topic: string): Promise<void> {
	await pb.collection('contribution_topics').delete(topic);
}

export async function addHelp({ pb, id, me }: OpenConference, text: string): Promise<void> {
	await pb.collection('help_on_offer').create({ conference: id, professional: me?.id, text });
}

export async function removeHelp({ pb }: OpenConference, help: string): Promise<void> {
	await pb.collection('help_on_offer').delete(help);
}
