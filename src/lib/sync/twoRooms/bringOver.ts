import * as Y from 'yjs';
import { listedGatherings } from '#lib/documents/circleBook.ts';
import { BY_HAND } from '#lib/documents/origin.ts';
import type { SealedDocument } from '../sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';

const PATIENCE_MS = 30_000;

/** `notYet`: the other room was not open, or did not take the words in time; this device still holds to the first. */
export type BroughtOver = 'broughtOver' | 'notYet';

function copy(from: SealedDocument, to: SealedDocument): void {
	Y.applyUpdateV2(to.text, Y.encodeStateAsUpdateV2(from.text), BY_HAND);
}

/**
 * Two began at once, or the server hid the first room (F12): by this person's own yes, never by itself, all that was
 * written in `from` becomes this device's own edit in `to`, where it was let in. Only when it is stored there does
 * the device hold to the other room, and the first is wiped here.
 *
 * @param from null where this device holds to it and has lost its keys: then there is nothing to bring
 */
export async function bringOver(from: SealedRoom | null, to: SealedRoom): Promise<BroughtOver> {
	const { conference, person, pins, ports } = to.settings;
	const own = await pins.read(conference, person);
	if (!(await waitFor(() => to.book.isOpen, [to.book], ports.scheduler, PATIENCE_MS))) return 'notYet';
	const documents = from ? await pairs(from, to) : [];
	for (const [old, other] of documents) copy(old, other);
	const taken = documents.map(([, other]) => other);
	await to.flush();
	const areSent = () => taken.every(({ where }) => where.state === 'sent');
	if (!(await waitFor(areSent, taken, ports.scheduler, PATIENCE_MS))) return 'notYet';
	if (own === null || !(await pins.move(conference, person, own, to.roomId))) return 'notYet';
	await from?.close({ keepsWords: false });
	await from?.store.wipe();
	return 'broughtOver';
}

/** The book, and every gathering that has ended in neither room. */
async function pairs(from: SealedRoom, to: SealedRoom): Promise<(readonly [SealedDocument, SealedDocument])[]> {
	const names = [...listedGatherings(from.book.text).keys()] as `g${number}`[];
	const lasting = names.filter((name) => !from.ends.hasEnded(name) && !to.ends.hasEnded(name));
	const both = lasting.map(async (name) => [await from.gathering(name), await to.gathering(name)] as const);
	return [[from.book, to.book], ...(await Promise.all(both))];
}
