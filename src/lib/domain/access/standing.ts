import { needsRepresentative } from '../circle/age.ts';
import type { Hat, HatKind } from '../circle/hat.ts';
import type { Participant } from '../circle/participant.ts';
import type { Phase } from '../conference/phase.ts';
import { isBarred } from './barred.ts';
import type { Role } from './role.ts';

/** Where one person stands in one conference at one moment: all the table needs to know. */
export type Standing = {
	roles: ReadonlySet<Role>;
	/** AC4: never let into a sealed room. */
	barred: boolean;
	/** AC2: a member of the room let this person in. */
	letIn: boolean;
	/** A member of the room opened the door for this guest to knock at. */
	doorOpened?: boolean;
	/** CO4: a coordinator who withdrew and was invited back to one meeting that has not passed. */
	invitedBack?: boolean;
	/** RT1: this private room is past its clock. */
	roomGone?: boolean;
};

export type StandingInput = {
	/** The person in this conference; null for somebody who is not in it. */
	participant: Pick<Participant, 'state' | 'age' | 'hats'> | null;
	phase: Phase;
	/** Moment of asking, as a Date or in milliseconds. */
	now: Date | number;
	letIn: boolean;
	doorOpened?: boolean;
	/** True for a region manager of the conference's region. */
	managesRegion?: boolean;
	/** When this private room goes (privateRoomGoes); null while that is not known. */
	roomGoes?: Date | null;
};

/** Works out where somebody stands. Not in it, declined or removed: no roles at all. */
export function standingOf(input: StandingInput): Standing {
	const { participant, managesRegion = false, letIn, doorOpened = false } = input;
	const now = Number(input.now);
	const roles = new Set<Role>(participant ? rolesOf(participant, now) : []);
	if (managesRegion) roles.add('regionManager');
	const hats = participant?.hats ?? [];
	return {
		roles,
		barred: managesRegion || isBarred(hats),
		letIn,
		doorOpened,
		invitedBack: participant?.state === 'joined' && hats.some((hat) => isInvitedBack(hat, now)),
		roomGone: input.roomGoes ? now >= input.roomGoes.getTime() : false
	};
}

/** What a hat gives to somebody who is asked to wear it. */
const WHILE_ASKED: Partial<Record<HatKind, Role>> = { coordinator: 'candidate', centralPerson: 'askedFor' };

/**
 * Roles from the hats that are worn now (AC4: their union). `now` in milliseconds.
 * Who was matched and has not declared to be independent is asked, and no coordinator yet (CO1); whom it was asked
 * for is asked as well, and reads why (PH1).
 * Spokesperson and support person are words for what somebody of the circle does; they add no right.
 */
export function rolesOf(person: Pick<Participant, 'state' | 'age' | 'hats'>, now: number): Role[] {
	const worn = person.hats.filter((hat) => !hat.ended);
	if (person.state === 'asked') return ['asked', ...worn.flatMap(({ kind }) => WHILE_ASKED[kind] ?? [])];
	if (person.state !== 'joined') return [];
	const inFamily = worn.some((hat) => hat.kind === 'circle' || hat.kind === 'centralPerson');
	const roles = worn.flatMap((hat) => roleOf(hat, now, inFamily));
	if (inFamily && needsRepresentative(person.age)) roles.push('child');
	return roles;
}

/** Central person or circle: those whose conference it is. */
export function isFamily({ roles }: Pick<Standing, 'roles'>): boolean {
	return roles.has('centralPerson') || roles.has('circle');
}

/** LG1: whose reading is written down; also of who was matched and has not answered (CO1). */
export function isStaff({ roles }: Pick<Standing, 'roles'>): boolean {
	return STAFF.some((role) => roles.has(role));
}

const STAFF: readonly Role[] = ['coordinator', 'candidate', 'setter', 'informationGiver'];

function roleOf(hat: Hat, now: number, inFamily: boolean): Role[] {
	switch (hat.kind) {
		case 'spokesperson':
		case 'supportPerson':
			return [];
		case 'contactPerson':
		case 'deputyContactPerson':
			return inFamily ? ['contactPerson'] : [];
		case 'guest':
			return lasts(hat.until, now) ? ['guest'] : [];
		default:
			return [hat.kind];
	}
}

/** Whether the ISO moment `until` has not passed. No date is no invitation. */
function lasts(until: string, now: number): boolean {
	return Date.parse(until) >= now;
}

/** CO4: kept as the last moment of that meeting on the coordinator's ended hat. */
function isInvitedBack(hat: Hat, now: number): boolean {
	return hat.kind === 'coordinator' && hat.ended && lasts(hat.until, now);
}
