import { listedGatherings, readKeptNotes, setGatheringEnd } from '#lib/documents/circleBook.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';

/**
 * Writes down until when a gathering's document is kept (RT1), once: not where a date stands, where its notes are
 * kept, or before the book is open here, for the date may be on its way.
 * @param goes from the moment of this device's clock to the moment at which the document goes
 */
export function letGatheringEnd({ book, ports }: SealedRoom, gathering: string, goes: (now: Date) => Date): void {
	const { text } = book;
	if (!book.isOpen || listedGatherings(text).get(gathering) || readKeptNotes(text, gathering) !== null) return;
	setGatheringEnd(text, gathering, goes(new Date(ports.scheduler.now())));
}
