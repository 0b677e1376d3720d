import type { DeviceId } from '#lib/crypto/device/device.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import { boxName } from '../sealedRoom/boxesDue.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';
import { findSheet, type SheetMiss } from './findSheet.ts';
import { forgetNote } from './notes.ts';

const PATIENCE_MS = 10_000;

/**
 * `takenOut`: a sheet that was replaced. `notStored`: right, but the server has not said yet that it keeps what the
 * sheet needs; try again.
 */
export type SheetTrial = { ok: true; device: DeviceId } | SheetMiss | { ok: false; why: 'takenOut' | 'notStored' };

/**
 * Types a sheet back (F6): what stands at the server must open with these letters, as it would have to on the day
 * that all phones are gone.
 */
export async function trySheet({ book, circle, ports, store }: SealedRoom, typed: string): Promise<SheetTrial> {
	const found = await findSheet(typed, (name) => book.inEnv(name));
	if (!found.ok) return found;
	const { device, roomId } = found;
	if (roomId !== circle.roomId) return { ok: false, why: 'unknown' };
	if (circle.roster.devices.get(device.id)?.standing !== 'live') return { ok: false, why: 'takenOut' };
	const generation = circle.roster.writeGeneration;
	const box = () => generation && book.inEnv(boxName(generation, device));
	const isThere = () => book.isStored && box() instanceof Uint8Array;
	if (!(await waitFor(isThere, [book], ports.scheduler, PATIENCE_MS))) return { ok: false, why: 'notStored' };
	const opened = await openLockbox(circle.room, new Uint8Array(box() as Uint8Array), device);
	if (!opened.ok) return { ok: false, why: 'notStored' };
	await forgetNote(store, 'untried', device.id);
	return { ok: true, device: device.id };
}
