import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Circle } from './Circle.ts';

/**
 * Rooms from before there were invitations had a link that let in whoever held it: a device of its own on the roster,
 * labelled so, and rows on the devices that had made it or were coming in by it.
 */
export const OLD_LINK_ROWS = { made: 'handedLink', entering: 'link' };

export function isOldLink({ how, label }: RosterDevice): boolean {
	return how === HOW.link && label === 'link';
}

/** A device that had such a link in hand and was not in yet: it comes in again, by any way there is now. */
export async function knewOnlyALink({ me }: Circle, store: LocalStore): Promise<boolean> {
	return me === undefined && (await store.read(OLD_LINK_ROWS.entering)) !== null;
}
