import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { Belonging } from '#lib/crypto/roster/record.ts';
import type { Welcome } from '#lib/crypto/welcome/welcome.ts';
import { openRoom, type OpenSettings } from '../sealedRoom/openRoom.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { promiseRow } from '../sealedRoom/welcomePromise.ts';

/** How somebody comes in on this device, and as whom. */
export type JoinSettings = OpenSettings & { conference: string; who: Belonging };

/** `otherRoom`: this device holds to another room of this conference (SR1). `noBox`: the welcome opens nothing here. */
export type MovedIn = { ok: true; room: SealedRoom } | { ok: false; why: 'otherRoom' | 'noBox' };

/**
 * What a welcome that has proved itself brings: this device's keys get their place in the store of that room, with the
 * key from the box and what must be here before it is in (SR8). The pin comes last but one, so that a page that dies
 * in between does it again. What it was waiting with is for the caller to forget.
 */
export async function moveIn(device: Device, { roomId, lockbox, heads }: Welcome, settings: JoinSettings): Promise<MovedIn> {
	const { conference, who, pins, openStore } = settings;
	const pinned = await pins.read(conference, who.person);
	if (pinned !== null && pinned !== roomId) return { ok: false, why: 'otherRoom' };
	const box = await openLockbox(fromHex(roomId), lockbox, device);
	if (!box.ok) return { ok: false, why: 'noBox' };
	const { generation, key } = box.value;

	const store = await openStore(roomId, who.person);
	const before = await store.readDevice();
	// Other keys than before (the old ones were taken out): they count their entries anew.
	const numbers = before?.id === device.id ? [] : await store.list('seq/');
	await store.change(
		[{ name: `generation/${generation}`, content: key }, promiseRow({ heads, generation })],
		numbers.map(({ name }) => name)
	);
	await store.keepDevice(device);
	store.close();
	if (!(await pins.pin(conference, who.person, roomId))) return { ok: false, why: 'otherRoom' };
	const room = await openRoom(conference, who.person, settings);
	return room ? { ok: true, room } : { ok: false, why: 'noBox' };
}
