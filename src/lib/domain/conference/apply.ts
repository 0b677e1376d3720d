import { z } from 'zod';
import { type Outcome, refused, allowed } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { permitted } from './verbs.ts';

/** What an application needs: an id, and each central person with, for a child, who represents them. */
export const ApplyInput = z.object({
	id: z.string().min(1),
	centralPersons: z
		.array(
			z.object({
				id: z.string().min(1),
				age: z.number().int().nonnegative().nullable(),
				representative: z.string()
			})
		)
		.min(1)
});
export type ApplyInput = z.infer<typeof ApplyInput>;

/** PH1: anyone may ask for a conference. Nobody has said yes by it; nothing begins until they do. */
export function apply(conference: Conference | null, actor: Actor, input: ApplyInput): Outcome<Conference> {
	const open = permitted('apply', conference?.phase ?? 'nothing', actor);
	if (!open.ok) return open;
	const read = ApplyInput.safeParse(input);
	if (!read.success) return refused('PH1');
	const yeses = read.data.centralPersons.map(({ id, age, representative }) => ({
		centralPerson: id,
		age,
		representative,
		own: false,
		representativeSaid: false
	}));
	return allowed({ id: read.data.id, phase: 'application', yeses, wishes: '' });
}
