import { FLAG, HOW } from '#lib/crypto/roster/record.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';

/** How a device came in; `began`: with it the room began. */
export type Way = 'began' | keyof typeof HOW;

export function wayIn({ how }: Pick<RosterDevice, 'how'>): Way {
	const ways = Object.entries(HOW) as [keyof typeof HOW, number][];
	return ways.find(([, number]) => number === how)?.[0] ?? 'began';
}

/** It forgets everything with its page (F14), so it may be gone already. */
export function leavesNothing({ flags }: Pick<RosterDevice, 'flags'>): boolean {
	return (flags & FLAG.keepsNothing) !== 0;
}
