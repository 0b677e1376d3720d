import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { refused, allowed, type Outcome } from '#lib/domain/outcome.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';

/** 16 bytes as hexadecimal: the name of the room on the wire. */
const RoomId = z.string().regex(/^[0-9a-f]{32}$/);

export const BeginRoom = z.object({ roomId: RoomId });

/** Participants who were let in, as far as the asking person may know. */
export async function whoIsInside({ pb, id }: OpenConference): Promise<string[]> {
	const filter = pb.filter('conference = {:id}', { id });
	const letIns = await pb.collection('let_in').getFullList({ filter, skipTotal: true });
	return letIns.map(({ participant }) => String(participant));
}

/** What the room's page is told at its start: participants who were let in, and nothing of what is written. */
export type RoomHint = { roomIds: string[]; letIn: boolean; inside: string[] } | undefined;

/** The rooms that were begun in this conference, if any (mostly one, F12), and whether the asking person was let in. */
export async function roomHint(conference: OpenConference): Promise<RoomHint> {
	const { pb, id, me } = conference;
	const filter = pb.filter('conference = {:id}', { id });
	const [rooms, inside] = await Promise.all([
		pb.collection('rooms').getFullList({ filter, skipTotal: true }),
		whoIsInside(conference)
	]);
	const roomIds = rooms.map(({ roomId }) => String(roomId));
	return roomIds.length === 0 ? undefined : { roomIds, letIn: inside.includes(me?.id ?? ''), inside };
}

/** Of the circle: whoever begins a room, or lets others in once inside (RM1). A guest of the room is none. */
export function isMember(person: Participant | undefined): boolean {
	return person?.hats.some(({ kind, ended }) => !ended && (kind === 'circle' || kind === 'centralPerson')) ?? false;
}

/**
 * Before the day, to a member who said yes and is not in: names of who can let them in, none where nobody is in yet.
 * Undefined for everybody else.
 */
export function comesEarly(conference: OpenConference, inside: string[]): string[] | undefined {
	const { me, people, phase } = conference;
	const isBefore = phase === 'preparation' || phase === 'information';
	if (!isBefore || me?.state !== 'joined' || !isMember(me) || inside.includes(me.id) || !mayBeInside(conference)) return undefined;
	return people.filter((one) => isMember(one) && inside.includes(one.id)).map(({ name }) => name);
}

/** Registers the room a device began (F1), and with it lets in who began it. AC4 is refused here too. */
export async function beginRoom(conference: OpenConference, begun: z.infer<typeof BeginRoom>): Promise<Outcome<null>> {
	if (!mayBeInside(conference)) return refused('AC3');
	const { pb, id } = conference;
	const made = await pb.collection('rooms').create({ conference: id, ...begun }).catch(forbidden);
	return made ? allowed(null) : refused('AC3');
}

/** Whether frames of the sealed room could ever be passed to this person, once let in. */
export function mayBeInside({ standing, phase }: OpenConference): boolean {
	return may({ ...standing, letIn: true }, phase, 'privateRoom', 'relay');
}

/**
 * How much of the room somebody may hear from outside it (PT1): the family all; who stands beside it nothing, until a
 * member let them in, or opened the door for them: then no more than it takes to knock.
 */
export async function mayHearOfRoom(at: OpenConference): Promise<'all' | 'door' | 'nothing'> {
	const { pb, me, standing } = at;
	if (!me || !mayBeInside(at)) return 'nothing';
	if (isFamily(standing)) return 'all';
	const filter = pb.filter('participant = {:me}', { me: me.id });
	const [inside, opened] = await Promise.all([
		whoIsInside(at),
		pb.collection('door_openings').getList(1, 1, { filter, skipTotal: true })
	]);
	if (inside.includes(me.id)) return 'all';
	return opened.items.length ? 'door' : 'nothing';
}

/** A refusal is an answer; PocketBase being away is not. */
function forbidden(refusal: unknown): undefined {
	ruleOf(refusal);
}
