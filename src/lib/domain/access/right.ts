import { Phase, phasesBetween } from '../conference/phase.ts';
import type { Portion } from './portion.ts';

export type Level = 'read' | 'write' | 'relay';

/**
 * What besides role and phase must hold: a member of the room let the person in, or opened the door for a guest to
 * knock at; the circle invited back.
 */
export type Condition = 'letIn' | 'doorOpened' | 'invitedBack';

/** One right in one cell: what, how much, in which phases, and under what condition. */
export type Right = {
	readonly level: Level;
	readonly portion: Portion;
	readonly phases: readonly Phase[];
	readonly when?: Condition;
};

/** A cell of the table; empty is "none". */
export type Cell = readonly Right[];

/**
 * The letters of method.md. `match` and `wd` are the coordinator's own beginning and end: the hat starts and
 * ends there, so the phases around it suffice. `clock` is the end of a private room (RT1); its date is looked
 * at in `grants`.
 */
const MARKS = {
	a: 'application',
	match: 'application',
	p: 'preparation',
	i: 'information',
	v: 'privateTime',
	s: 'presentation',
	f: 'followThrough',
	wd: 'followThrough',
	c: 'closed',
	clock: 'closed'
} as const satisfies Record<string, Phase>;
type Mark = keyof typeof MARKS;
export type Span = Mark | `${Mark}-${Mark}` | `${Mark},${Mark}` | 'always';

/** Phases of a span: `'p-f'` from preparation to follow-through, `'i,s'` these two, `'always'` every phase. */
export function phasesOf(span: Span): readonly Phase[] {
	if (span === 'always') return Phase.options;
	if (span.includes(',')) return span.split(',').map((mark) => MARKS[mark as Mark]);
	const [first, last = first] = span.split('-') as [Mark, Mark?];
	return phasesBetween(MARKS[first], MARKS[last]);
}

/** W in the table; includes reading. */
export function write(span: Span, portion: Portion = 'all', when?: Condition): Right {
	return { level: 'write', portion, phases: phasesOf(span), ...(when && { when }) };
}

/** R in the table. */
export function read(span: Span, portion: Portion = 'all', when?: Condition): Right {
	return { level: 'read', portion, phases: phasesOf(span), ...(when && { when }) };
}

/** The server may pass sealed frames to and from this person; all that is ever granted for sealed things. */
export function relay(span: Span, when?: Condition): Right {
	return { level: 'relay', portion: 'all', phases: phasesOf(span), ...(when && { when }) };
}
