import type { RecordModel } from 'pocketbase';
import { z } from 'zod';
import { letIn } from '#lib/domain/circle/letIn.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { remove } from '#lib/domain/circle/remove.ts';
import { rolesOf } from '#lib/domain/access/standing.ts';
import { allowed, refused, type Outcome } from '#lib/domain/outcome.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';
import { roomHint } from './room.ts';

/**
 * What a device inside tells the server about its lock on the sealed room, the first of two: whom it passes frames
 * to, and for whom it keeps the door to knock at. The second lock leans on none of it.
 */
export const DoorVerb = z.object({
	verb: z.enum(['letIn', 'letOut', 'openDoor', 'closeDoor', 'keepIn']),
	person: z.string().regex(/^[a-z0-9]{15}$/)
});
export type DoorVerb = z.infer<typeof DoorVerb>;

/** `needsAnother`: it is written down, and takes effect when a second member asks the same (RM2). */
export type DoorAnswer = 'done' | 'needsAnother';

/** Does what a member of the room asks at the door. Refused like a door that is not there (AC3). */
export async function mindDoor(at: OpenConference, { verb, person }: DoorVerb): Promise<Outcome<DoorAnswer>> {
	const candidate = at.people.find(({ id }) => id === person);
	if (!at.me || !candidate) return refused('AC3');
	if (verb === 'letOut') return letOut(at, candidate);
	const room = await roomHint(at);
	if (verb === 'keepIn') return room?.letIn ? taken(at, 'let_outs', person, at.me.id) : refused('AC3');
	const mayOpen = letIn({ candidate, by: at.me, byIsInside: room?.letIn ?? false, now: clock.now() });
	const isOwn = person === at.me.id && room?.letIn;
	if (!mayOpen.ok && !isOwn) return refused('AC3');
	if (verb === 'closeDoor') return taken(at, 'door_openings', person);
	if (verb === 'openDoor') return openDoor(at, candidate);
	return room!.inside.includes(person) ? allowed('done') : put(at, 'let_in', person);
}

/** Who asked that somebody goes and still stands alone in it; the whole circle sees that, and no reason (RM2). */
export async function askedOut({ pb, id }: OpenConference): Promise<{ person: string; by: string }[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const rows = await pb.collection('let_outs').getFullList({ filter, skipTotal: true });
	return rows.map(({ participant, by }) => ({ person: String(participant), by: String(by) }));
}

/** RM2: oneself, or anybody but a central person by a central person's hand, at once; else it takes two. */
async function letOut(at: OpenConference, person: Participant): Promise<Outcome<DoorAnswer>> {
	const now = clock.now();
	if (remove(person, [at.me!], now).ok) return taken(at, 'let_in', person.id);
	if (rolesOf(person, now.getTime()).includes('centralPerson')) return refused('RM2');
	// Somebody who has gone already has gone; whoever asks from inside may hear it.
	const room = await roomHint(at);
	if (room?.letIn && !room.inside.includes(person.id)) return allowed('done');
	const asked = await put(at, 'let_outs', person.id);
	const before = await rowOf(at, 'let_outs', person.id, at.me!.id);
	if (!asked.ok && !before) return refused('AC3');
	return allowed((await rowOf(at, 'let_in', person.id)) ? 'needsAnother' : 'done');
}

/** The family may always knock; for a guest of the room the door is opened anew, for three days. */
async function openDoor(at: OpenConference, person: Participant): Promise<Outcome<DoorAnswer>> {
	const roles = rolesOf(person, clock.now().getTime());
	if (roles.includes('circle') || roles.includes('centralPerson')) return allowed('done');
	await taken(at, 'door_openings', person.id);
	return put(at, 'door_openings', person.id);
}

async function put(at: OpenConference, collection: string, participant: string): Promise<Outcome<DoorAnswer>> {
	const row = { conference: at.id, participant, by: at.me!.id };
	return attempted(at.pb.collection(collection).create(row));
}

/** Takes a row away; where there is none it is done already. */
async function taken(at: OpenConference, collection: string, participant: string, by = ''): Promise<Outcome<DoorAnswer>> {
	const row = await rowOf(at, collection, participant, by);
	return row ? attempted(at.pb.collection(collection).delete(row.id)) : allowed('done');
}

async function rowOf({ pb }: OpenConference, collection: string, participant: string, by = ''): Promise<RecordModel | undefined> {
	const filter = by
		? pb.filter('participant = {:participant} && by = {:by}', { participant, by })
		: pb.filter('participant = {:participant}', { participant });
	return (await pb.collection(collection).getList(1, 1, { filter, skipTotal: true })).items[0];
}

/** A refusal is an answer; PocketBase being away is not. */
async function attempted(attempt: Promise<unknown>): Promise<Outcome<DoorAnswer>> {
	try {
		await attempt;
		return allowed('done');
	} catch (error) {
		return refused(ruleOf(error) ?? 'AC3');
	}
}
