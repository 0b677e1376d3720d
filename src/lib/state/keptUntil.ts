import type { OurRoom } from './OurRoom.svelte.ts';

/** `2027-01-30`: until when the paper that lies open is kept (RT1); undefined while it stays. */
export function keptUntil({ sealed, gathering }: OurRoom): string | undefined {
	const until = gathering && sealed?.ends.untilOf(gathering.name);
	return until?.toISOString().slice(0, 10);
}
