import { z } from 'zod';
import type { OpenConference } from './conference.ts';

export const Yes = z.object({ id: z.string(), agreement: z.string(), participant: z.string(), onBehalfBy: z.string() });
export type Yes = z.infer<typeof Yes>;

export const StatusName = z.enum(['notStarted', 'running', 'done', 'partly', 'changed', 'stopped']);
export const Status = z.object({
	id: z.string(),
	agreement: z.string(),
	participant: z.string(),
	status: StatusName,
	note: z.string()
});
export type Status = z.infer<typeof Status>;

/** The yes's the asking person may see. */
export async function listYeses({ pb, id }: OpenConference): Promise<Yes[]> {
	const filter = pb.filter('conference = {:id}', { id });
	return (await pb.collection('yeses').getFullList({ filter, skipTotal: true })).map((row) => Yes.parse(row));
}

/** The statuses the asking person may see. */
export async function listStatuses({ pb, id }: OpenConference): Promise<Status[]> {
	const filter = pb.filter('conference = {:id}', { id });
	return (await pb.collection('statuses').getFullList({ filter, skipTotal: true })).map((row) => Status.parse(row));
}

/** AG2: a yes to an agreement, one's own or, marked, for somebody who said it to a member of the circle (IN2). */
export async function sayYesTo({ pb, id, me }: OpenConference, agreement: string, participant: string): Promise<void> {
	const onBehalfBy = participant === me?.id ? '' : me?.id;
	await pb.collection('yeses').create({ conference: id, agreement, participant, onBehalfBy });
}

/** AG4: hands it back; no reason asked. */
export async function handBack({ pb }: OpenConference, yes: string): Promise<void> {
	await pb.collection('yeses').delete(yes);
}

/** AG3: how it goes, in the words of who took it on. */
export async function setStatus(
	at: OpenConference,
	said: { agreement: string; status: z.infer<typeof StatusName>; note: string }
): Promise<void> {
	const mine = (await listStatuses(at)).find((row) => row.agreement === said.agreement && row.participant === at.me?.id);
	const row = { conference: at.id, participant: at.me?.id, ...said };
	if (mine) await at.pb.collection('statuses').update(mine.id, said);
	else await at.pb.collection('statuses').create(row);
}
