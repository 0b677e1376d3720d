import { z } from 'zod';
import { isRepresented, nameRepresentative } from '#lib/domain/circle/representative.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';
import { written } from './refusal.ts';

const years = z.coerce.number('ageNumber').int('ageNumber').min(0, 'ageNumber').max(120, 'ageNumber');
/** Years, or nothing typed. */
export const Age = z.union([z.literal('').transform(() => null), years]).default(null);

/** How old somebody is where that matters, and who answers for them; empty is nobody. */
export const AnsweredBy = z.object({ age: Age, representative: z.string().default('') });

/** Those who could answer for this person (IN2), by whether the asking person may name them. */
export function mayAnswerFor(at: OpenConference, person: Participant): Participant[] {
	const { me, people } = at;
	const needed = isRepresented({ age: person.age, hasLogin: person.account !== '' });
	if (!me || !needed) return [];
	return people.filter((next) => nameRepresentative({ person, next, by: me, now: clock.now() }).ok);
}

/** IN2: keeps the age, and who answers for this person. */
export async function saveAnsweredBy(
	at: OpenConference,
	before: Participant,
	wanted: z.infer<typeof AnsweredBy>
): Promise<Outcome<null>> {
	const { me, people, pb } = at;
	if (!me) return refused('AC3');
	const person = { ...before, age: wanted.age };
	const next = people.find(({ id }) => id === wanted.representative) ?? null;
	const outcome = nameRepresentative({ person, next, by: me, now: clock.now() });
	if (!outcome.ok) return outcome;
	return written(async () => {
		await saveAge(at, person);
		await pb.collection('participants').update(person.id, { representative: outcome.value });
	}, 'IN2');
}

async function saveAge({ pb, id }: OpenConference, { id: participant, age }: Participant): Promise<void> {
	const details = pb.collection('participant_details');
	const filter = pb.filter('participant = {:participant}', { participant });
	const [row] = (await details.getList(1, 1, { filter, skipTotal: true })).items;
	if (row) await details.update(row.id, { age });
	else if (age !== null) await details.create({ conference: id, participant, age });
}
