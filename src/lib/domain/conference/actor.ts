import { isBarred } from '../access/barred.ts';
import type { Role } from '../access/role.ts';
import { rolesOf } from '../access/standing.ts';
import type { Participant } from '../circle/participant.ts';

/** Roles that only verbs know: the clock withdraws a coordinator, and anybody may apply. */
export type ActorRole = Role | 'clock' | 'anyone';

/** Who does something, reduced to what verbs ask about. */
export type Actor = {
	/** Participant id, or the account's for who is not in the conference; empty for the clock. */
	id: string;
	roles: ReadonlySet<ActorRole>;
	/** AC4: kept out of sealed rooms, so cannot speak for who is inside. */
	barred: boolean;
	/** AC5: sets or has set requirements here. */
	setsRequirements: boolean;
};

/** The actor that a participant is now; `now` in milliseconds or as a Date. */
export function actorOf(participant: Participant, now: Date | number): Actor {
	return {
		id: participant.id,
		roles: new Set<ActorRole>([...rolesOf(participant, Number(now)), 'anyone']),
		barred: isBarred(participant.hats),
		setsRequirements: participant.hats.some((hat) => hat.kind === 'setter')
	};
}

/** The region manager of the conference's region, by account. */
export function regionManagerActor(account: string): Actor {
	return {
		id: account,
		roles: new Set<ActorRole>(['regionManager', 'anyone']),
		barred: true,
		setsRequirements: false
	};
}

/** Somebody signed in who has no part in the conference (yet). */
export function strangerActor(account: string): Actor {
	return { id: account, roles: new Set<ActorRole>(['anyone']), barred: false, setsRequirements: false };
}

/** Time itself, for what happens when nobody does it. */
export const CLOCK: Actor = { id: '', roles: new Set<ActorRole>(['clock']), barred: true, setsRequirements: false };
