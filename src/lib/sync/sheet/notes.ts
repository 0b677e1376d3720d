import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { LocalStore } from '../localStore/localStore.ts';

/**
 * What this device notes of sheets; of their letters nothing is kept. `untried`: made here and not typed back yet.
 * `used`: this device came in with it, so its letters were on a screen.
 */
export type SheetNote = 'untried' | 'used';

const rowOf = (note: SheetNote) => `sheet/${note}`;

export function keepNote(store: LocalStore, note: SheetNote, sheet: DeviceId): Promise<void> {
	return store.change([{ name: rowOf(note), content: utf8(sheet) }]);
}

/** Null when there is none. */
export async function readNote(store: LocalStore, note: SheetNote): Promise<DeviceId | null> {
	const row = await store.read(rowOf(note));
	return row && (new TextDecoder().decode(row) as DeviceId);
}

/** Where the note is of another sheet, it stays. */
export async function forgetNote(store: LocalStore, note: SheetNote, sheet: DeviceId): Promise<void> {
	if ((await readNote(store, note)) === sheet) await store.change([], [rowOf(note)]);
}
