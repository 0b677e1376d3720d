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
 */
export async function bringOver(from: SealedRoom, to: SealedRoom): Promise<BroughtOver> {
	const { conference, person, pins, ports } = to.settings;
	if (!(await waitFor(() => to.book.isOpen, [to.book], ports.scheduler, PATIENCE_MS))) return 'notYet';
	const names = [...listedGatherings(from.book.text).keys()] as `g${number}`[];
	const pairs = await Promise.all(names.map((name) => Promise.all([from.gathering(name), to.gathering(name)])));
	const documents = [[from.book, to.book] as const, ...pairs];
	for (const [old, other] of documents) copy(old, other);
	const taken = documents.map(([, other]) => other);
	await to.flush();
	const areSent = () => taken.every(({ where }) => where.state === 'sent');
	if (!(await waitFor(areSent, taken, ports.scheduler, PATIENCE_MS))) return 'notYet';
	if (!(await pins.move(conference, person, from.roomId, to.roomId))) return 'notYet';
	await from.close({ keepsWords: false });
	await from.store.wipe();
	return 'broughtOver';
}
