import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { threeLetIn } from './room.fixture.ts';
import type { SealedDocument } from './SealedDocument.ts';
import type { SealedRoom } from './SealedRoom.ts';

/** The rooms that a story opened, to be closed after it. */
export const open: SealedRoom[] = [];

export async function closeRooms(): Promise<void> {
	await Promise.all(open.splice(0).map((room) => room.close()));
}

/** Yara, Hülya and Bas, with the first gathering open on all three. */
export async function circleOfThree() {
	const circle = await threeLetIn();
	open.push(...circle.rooms);
	return circle;
}

export const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
export const type = (document: SealedDocument, text: string) => editText(planText(document.text, 'freeText'), text);
export const kinds = (room: SealedRoom) => room.notices.map(({ kind }) => kind);
