import { privateRoomGoes } from '#lib/domain/clock/retention.ts';
import { letGatheringEnd } from '#lib/sync/closing/letGatheringEnd.ts';
import { keepNotes, readKeptNotes } from '#lib/documents/circleBook.ts';
import { asOnScreen } from './asOnScreen.ts';
import type { OurRoom } from './OurRoom.svelte.ts';

/** `2027-01-30`: until when a paper is kept (RT1), the one that lies open unless another is named; undefined while it stays. */
export function keptUntil(room: OurRoom, name = room.gathering?.name): string | undefined {
	const until = name ? room.sealed?.ends.untilOf(name) : undefined;
	return until ? new Date(asOnScreen(until.getTime(), room)).toISOString().slice(0, 10) : undefined;
}

/**
 * The days of these first gatherings are closed: their papers go in fourteen days, by the clock of the first device
 * that hears of it, unless the circle keeps them. Nothing where the date stands already.
 */
export function letThemGo({ sealed }: OurRoom, closed: number): void {
	for (let number = 1; sealed && number <= closed; number++) {
		letGatheringEnd(sealed, `g${number}`, (now) => privateRoomGoes(now, false)!);
	}
}

/** The circle keeps what stands here: its notes go into the book, and no date ends it any more. */
export function keepIt({ sealed, gathering }: OurRoom): void {
	if (sealed && gathering) keepNotes(sealed.book.text, gathering.name, gathering.draft.notes);
}

export function isKept({ sealed, gathering }: OurRoom): boolean {
	return Boolean(sealed && gathering && readKeptNotes(sealed.book.text, gathering.name) !== null);
}
