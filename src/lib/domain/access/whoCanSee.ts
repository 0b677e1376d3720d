import type { Participant } from '../circle/participant.ts';
import type { Phase } from '../conference/phase.ts';
import { type Grant, grants } from './access.ts';
import { standingOf } from './standing.ts';
import { readableByOperator } from './table.ts';
import type { Thing } from './thing.ts';

/** The answer to "wie kan dit zien?" (AC7): people by name, and whether staff of the installation could. */
export type Audience = {
	people: { id: string; name: string; grants: Grant[] }[];
	regionManager: Grant[];
	operator: boolean;
};

/**
 * Names everybody who can see any of this thing now, with how much of it. For a sealed thing: everybody to
 * whom its frames may travel. `letIn` holds the ids of participants who were let into the room.
 */
export function whoCanSee(
	participants: readonly Participant[],
	phase: Phase,
	thing: Thing,
	at: { now: Date | number; letIn: ReadonlySet<string> }
): Audience {
	const people = participants.flatMap((participant) => {
		const letIn = at.letIn.has(participant.id);
		const open = grants(standingOf({ participant, phase, now: at.now, letIn }), phase, thing);
		return open.length > 0 ? [{ id: participant.id, name: participant.name, grants: open }] : [];
	});
	const outsider = standingOf({ participant: null, phase, now: at.now, letIn: false, managesRegion: true });
	return { people, regionManager: grants(outsider, phase, thing), operator: readableByOperator(thing) };
}
