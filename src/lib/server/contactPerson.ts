import type { RecordModel } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { nameContactPerson } from '#lib/domain/circle/nameContactPerson.ts';
import { type Outcome, allowed, refused } from '#lib/domain/outcome.ts';
import { withHat } from './asDomain.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';

/** Participant ids; an empty one leaves the hat where it is. */
export type Contacts = { contactPerson: string; deputy: string };

/** RV2: hands over the role of contact person or deputy, or names another. */
export async function nameContacts(at: OpenConference, wanted: Contacts): Promise<Outcome<null>> {
	const { me, people, pb } = at;
	for (const [kind, id] of hatsIn(wanted)) {
		const next = people.find((person) => person.id === id);
		if (id === '' || withHat(at, kind).includes(id)) continue;
		if (!next || !me) return refused('AC3');
		const named = nameContactPerson(next, me, clock.now());
		if (!named.ok) return named;
	}
	const batch = pb.createBatch();
	const changes = await passHats(at, batch, wanted);
	if (!changes) return allowed(null);
	try {
		await batch.send();
		return allowed(null);
	} catch (error) {
		return refused(ruleOf(error) ?? 'RV2');
	}
}

/**
 * Adds to the batch what gives the two hats to these people and takes them from who wore them, one's own last: with
 * it may end the right to do this. Answers how many rows change.
 */
export async function passHats(
	at: OpenConference,
	batch: ReturnType<PocketBase['createBatch']>,
	wanted: Contacts
): Promise<number> {
	const { pb, id, me } = at;
	const worn = await pb.collection('hats').getFullList({
		filter: pb.filter('conference = {:id} && ended = false', { id }),
		skipTotal: true
	});
	const over: RecordModel[] = [];
	let given = 0;
	for (const [kind, participant] of hatsIn(wanted)) {
		if (!participant) continue;
		over.push(...worn.filter((hat) => hat.kind === kind && hat.participant !== participant));
		if (withHat(at, kind).includes(participant)) continue;
		batch.collection('hats').create({ conference: id, participant, kind });
		given += 1;
	}
	for (const mine of [false, true]) {
		for (const hat of over) if ((hat.participant === me?.id) === mine) batch.collection('hats').update(hat.id, { ended: true });
	}
	return given + over.length;
}

/** Whether one person would be both: an empty choice leaves the hat with who wears it now. */
export function areOne(at: OpenConference, wanted: Contacts): boolean {
	const [contactPerson, deputy] = hatsIn(wanted).map(([kind, id]) => id || withHat(at, kind)[0]);
	return contactPerson !== undefined && contactPerson === deputy;
}

function hatsIn({ contactPerson, deputy }: Contacts): [kind: string, participant: string][] {
	return [['contactPerson', contactPerson], ['deputyContactPerson', deputy]];
}
