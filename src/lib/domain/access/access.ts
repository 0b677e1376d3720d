import type { Phase } from '../conference/phase.ts';
import { OTHERS } from './others.ts';
import type { Portion } from './portion.ts';
import type { Cell, Level, Right } from './right.ts';
import type { Role } from './role.ts';
import type { Standing } from './standing.ts';
import { ACCESS_TABLE } from './table.ts';
import type { Thing } from './thing.ts';

export type { Level } from './right.ts';

/** One thing somebody may do now, and with how much of it. */
export type Grant = { level: Level; portion: Portion };

/** The cell of one role and one thing, whatever the phase; empty where the table says none. */
export function cellOf(role: Role, thing: Thing): Cell {
	switch (role) {
		case 'child':
			return ACCESS_TABLE[thing].circle ?? [];
		case 'interpreter':
		case 'outsideSupportPerson':
		case 'guest':
		case 'candidate':
		case 'askedFor':
		case 'contactPerson':
			return OTHERS[role][thing] ?? [];
		default:
			return ACCESS_TABLE[thing][role] ?? [];
	}
}

/**
 * Everything this person may do with this thing in this phase, straight from the one table.
 * AC4: the union over the roles; who is barred gets no relay, and of the door no more than that there is one (PT1).
 * After closing a write is a read.
 * An empty list is "none", and must look the same as "does not exist" (AC3).
 */
export function grants(standing: Standing, phase: Phase, thing: Thing): Grant[] {
	const rights = [...standing.roles].flatMap((role) => cellOf(role, thing).filter((right) => !right.when));
	const conditional = conditionalRights(standing, thing);
	const found = new Map<string, Grant>();
	for (const right of [...rights, ...conditional]) {
		if (!right.phases.includes(phase) || isWithheld(right, standing, thing)) continue;
		const level = phase === 'closed' && right.level === 'write' ? 'read' : right.level;
		found.set(`${level} ${right.portion}`, { level, portion: right.portion });
	}
	return [...found.values()];
}

/** Whether any portion of the thing is open at this level. Write includes read; relay stands alone. */
export function may(standing: Standing, phase: Phase, thing: Thing, level: Level): boolean {
	return grants(standing, phase, thing).some(
		(grant) => grant.level === level || (level === 'read' && grant.level === 'write')
	);
}

function conditionalRights(standing: Standing, thing: Thing): Right[] {
	const own = [...standing.roles].flatMap((role) => cellOf(role, thing));
	const onceInvited = standing.invitedBack ? cellOf('coordinator', thing) : [];
	return [
		...own.filter(({ when }) => (when === 'letIn' && standing.letIn) || (when === 'doorOpened' && standing.doorOpened)),
		...onceInvited.filter(({ when }) => when === 'invitedBack')
	];
}

function isWithheld(right: Right, standing: Standing, thing: Thing): boolean {
	if (thing === 'door') return standing.barred && right.portion !== 'state';
	if (right.level !== 'relay') return false;
	return standing.barred || (thing === 'privateRoom' && standing.roomGone === true);
}
