import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { Belonging } from '#lib/crypto/roster/record.ts';
import type { Welcome } from '#lib/crypto/welcome/welcome.ts';
import { openRoom, openRoomOf, type OpenSettings } from '../sealedRoom/openRoom.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { promiseRow } from '../sealedRoom/welcomePromise.ts';

/** How somebody comes in on this device, and as whom. */
export type JoinSettings = OpenSettings & { conference: string; who: Belonging };

/**
 * `otherRoom`: this device holds to another room of this conference (SR1), and nothing was kept; `bringOver` is for
 * after this person's own yes (F12), and gives null where it could not be finished.
 */
export type MovedIn =
	| { ok: true; room: SealedRoom }
	| { ok: false; why: 'otherRoom'; bringOver: () => Promise<SealedRoom | null> }
	| { ok: false; why: 'noBox' };

/**
 * What a welcome that has proved itself brings: this device's keys get their place in the store of that room, with the
 * key from the box and what must be here before it is in (SR8). The pin comes last but one, so that a page that dies
 * in between does it again. What it was waiting with is for the caller to forget.
 */
export async function moveIn(device: Device, welcome: Welcome, settings: JoinSettings): Promise<MovedIn> {
	const { conference, who, pins } = settings;
	const bringOver = () => moveOver(device, welcome, settings);
	const pinned = await pins.read(conference, who.person);
	if (pinned !== null && pinned !== welcome.roomId) return { ok: false, why: 'otherRoom', bringOver };
	if (!(await keepWelcome(device, welcome, settings))) return { ok: false, why: 'noBox' };
	if (!(await pins.pin(conference, who.person, welcome.roomId))) return { ok: false, why: 'otherRoom', bringOver };
	const room = await openRoom(conference, who.person, settings);
	return room ? { ok: true, room } : { ok: false, why: 'noBox' };
}

/** The other room is opened beside the one this device holds to, until all that was written there is over. */
async function moveOver(device: Device, welcome: Welcome, settings: JoinSettings): Promise<SealedRoom | null> {
	const { conference, who, pins } = settings;
	const { roomId } = welcome;
	if (!(await keepWelcome(device, welcome, settings))) return null;
	const to = await openRoomOf(roomId, conference, who.person, settings);
	const from = await openRoom(conference, who.person, settings);
	const { bringOver } = await import('../twoRooms/bringOver.ts');
	if (to && (await bringOver(from, to)) === 'broughtOver') return to;
	await Promise.all([from?.close(), to?.close()]);
	return null;
}

/** False where the welcome opens nothing here. */
async function keepWelcome(
	device: Device,
	{ roomId, lockbox, heads }: Welcome,
	{ who, openStore }: JoinSettings
): Promise<boolean> {
	const box = await openLockbox(fromHex(roomId), lockbox, device);
	if (!box.ok) return false;
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
	return true;
}
