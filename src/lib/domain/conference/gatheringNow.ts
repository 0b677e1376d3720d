import type { Phase } from './phase.ts';

/**
 * The gathering whose room is used now, and how it stands. 1 is the day itself; from 2 on they are the circle's own
 * (PH8). `before`: private time has not begun. `closed`: it is over, and its room can be read until its clock.
 */
export type GatheringNow = { number: number; state: 'before' | 'private' | 'presenting' | 'closed' };

const DAY: Record<Phase, GatheringNow['state']> = {
	application: 'before',
	preparation: 'before',
	information: 'before',
	privateTime: 'private',
	presentation: 'presenting',
	followThrough: 'closed',
	closed: 'closed'
};

/** @param last the latest of the circle's own gatherings, if there was any */
export function gatheringNow(phase: Phase, last?: { number: number; state: string }): GatheringNow {
	if (!last) return { number: 1, state: DAY[phase] };
	const isOpen = phase === 'followThrough' && (last.state === 'private' || last.state === 'presenting');
	return { number: last.number, state: isOpen ? (last.state as 'private' | 'presenting') : 'closed' };
}
