import { memoryPins } from '#lib/sync/localStore/pins.ts';
import { browserPins } from '#lib/sync/localStore/pins.ts';
import { canKeepKeys } from '#lib/sync/localStore/canKeepKeys.ts';
import { indexedDbStore } from '#lib/sync/localStore/indexedDbStore.ts';
import { webLocks } from '#lib/sync/locks.ts';
import { beginRoom } from '#lib/sync/sealedRoom/beginRoom.ts';
import { Circle } from '#lib/sync/sealedRoom/Circle.ts';
import { LocalText } from '#lib/sync/sealedRoom/LocalText.ts';

/** What a test calls inside a real browser. */
Object.assign(globalThis, {
	rondom: { memoryPins, browserPins, canKeepKeys, indexedDbStore, webLocks, beginRoom, Circle, LocalText }
});
