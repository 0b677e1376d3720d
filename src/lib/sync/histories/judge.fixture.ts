import { readBoard } from '#lib/documents/circleBook.ts';
import { readAgreements, readGoals, readPlanB, readStrengths } from '#lib/documents/planDraft.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import { PlanContent } from '#lib/domain/plan/content.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';
import type { Page, Slot } from './Slot.fixture.ts';

/** What must be true in the end, beside that all agree. */
export type Promised = {
	/** Words that a device kept: there, if it is still in. */
	words: ReadonlyMap<Slot, readonly string[]>;
	/** Devices that somebody took out. */
	takenOut: ReadonlySet<string>;
	/** Words that somebody wrote who was out, to the knowledge of all. */
	refused: readonly string[];
};

/** All that stands in a page, as one text. */
export function textOf({ draft, room }: Page): string {
	return JSON.stringify([toPlanContent(draft.text), readBoard(room.book.text)]);
}

/** Those who are in, by what the one who knows most knows. */
export function inside(slots: readonly Slot[]): Slot[] {
	const rosters = slots.flatMap(({ pages }) => pages.map(({ room }) => room.circle.roster));
	const widest = rosters.reduce<Roster | null>(
		(most, one) => (most && most.wellFormed.length >= one.wellFormed.length ? most : one),
		null
	);
	return slots.filter(({ device }) => device && widest?.devices.get(device.id)?.standing === 'live');
}

/** What is not (yet) as it must be, in a few words; null when all is well. */
export function amiss(slots: readonly Slot[], { words, takenOut, refused }: Promised): string | null {
	const members = inside(slots);
	const pages = members.flatMap((slot) => slot.pages);
	const live = ({ room }: Page) => room.circle.live.map(({ id }) => id).sort();
	if (new Set(pages.map((page) => String([live(page), page.room.circle.roster.writeGeneration]))).size > 1) {
		return 'they do not agree on who is in';
	}
	for (const { room, draft } of pages) {
		if (!room.book.isOpen || !draft.isOpen) return 'somebody who is in cannot write';
		if (room.book.where.state !== 'sent' || draft.where.state !== 'sent') return 'somebody has unsent words';
	}
	if (members.some(({ device }) => takenOut.has(device!.id))) return 'somebody who was taken out is in';
	const texts = new Set(pages.map(textOf));
	if (texts.size > 1) return 'they do not have the same text';
	const [text = ''] = texts;
	if (refused.some((word) => text.includes(word))) return 'words of somebody who was taken out came in';
	for (const slot of members) {
		const lost = words.get(slot)?.find((word) => !text.includes(word));
		if (lost) return `${slot.name}'s ${lost} is lost`;
	}
	return pages[0] ? validity(pages[0]) : null;
}

function validity({ draft: { text }, room }: Page): string | null {
	const lists = [readStrengths(text), readGoals(text), readAgreements(text), readPlanB(text), readBoard(room.book.text)];
	if (lists.some(({ unreadable }) => unreadable > 0)) return 'something in it cannot be read';
	return PlanContent.safeParse(toPlanContent(text)).success ? null : 'the plan is not valid';
}
