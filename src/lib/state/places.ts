import { sweep } from '#lib/sync/leaving/sweep.ts';
import { indexedDbStore } from '#lib/sync/localStore/indexedDbStore.ts';
import { memoryStores } from '#lib/sync/localStore/memoryStore.ts';
import { browserPins, memoryPins, type Pins } from '#lib/sync/localStore/pins.ts';
import type { OpenStore } from '#lib/sync/sealedRoom/beginRoom.ts';

/** Where a page keeps the rooms it opens. `keepsNothing`: in itself and nowhere else (F14). */
export type Places = { pins: Pins; openStore: OpenStore; keepsNothing: boolean };

/** Shared by the door and the room, which are two pages of one load. */
let passing: Places | undefined;

/** Of this page, as its person chose. */
export async function places(): Promise<Places> {
	return passing ?? { pins: await browserPins(), openStore: indexedDbStore, keepsNothing: false };
}

/** Whether this page was told to leave nothing. */
export function leavesNothing(): boolean {
	return passing !== undefined;
}

/** From now on nothing is kept; what the door wrote down before somebody chose this is taken away. */
export async function leaveNothing(conference: string, person?: string): Promise<void> {
	passing ??= { pins: memoryPins(), openStore: memoryStores(), keepsNothing: true };
	// Where the browser keeps nothing by itself, there is nothing to take away.
	await sweep(conference, person).catch(() => {});
}

/** The page is done: nothing of it can be opened again. */
export function forgetPlaces(): void {
	passing = undefined;
}
