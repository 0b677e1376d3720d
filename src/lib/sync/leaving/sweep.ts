import { forgetLink, outsideStore } from '../door/outside.ts';
import { indexedDbStore } from '../localStore/indexedDbStore.ts';
import { dropEmptyPins } from '../localStore/pins.ts';

/**
 * Takes away what opening the door wrote in this browser before its person chose to leave nothing (F14): the link,
 * and the empty places of who waits outside. What belongs to others stays (SR37).
 */
export async function sweep(conference: string, person?: string): Promise<void> {
	await forgetLink(indexedDbStore, conference);
	if (person) await (await outsideStore(indexedDbStore, person)).wipe();
	await dropEmptyPins();
}
