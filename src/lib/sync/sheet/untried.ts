import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { LocalStore } from '../localStore/localStore.ts';

/** Which sheet was made here and not typed back yet. Of its letters nothing is kept. */
const ROW = 'sheet';

export function keepUntried(store: LocalStore, sheet: DeviceId): Promise<void> {
	return store.change([{ name: ROW, content: utf8(sheet) }]);
}

/** The sheet that was made on this device and that nobody typed back here; null when there is none. */
export async function untriedHere(store: LocalStore): Promise<DeviceId | null> {
	const row = await store.read(ROW);
	return row && (new TextDecoder().decode(row) as DeviceId);
}

/** It was typed back; another one that was made here may still wait. */
export async function forgetUntried(store: LocalStore, sheet: DeviceId): Promise<void> {
	if ((await untriedHere(store)) === sheet) await store.change([], [ROW]);
}
