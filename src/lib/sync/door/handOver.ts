import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { PublicDevice } from '#lib/crypto/device/device.ts';
import type { Caller } from '#lib/crypto/knock/knock.ts';
import { makeLockbox } from '#lib/crypto/lockbox/makeLockbox.ts';
import type { How } from '#lib/crypto/roster/record.ts';
import type { Welcome } from '#lib/crypto/welcome/welcome.ts';
import { NotAllowed } from '../admission.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';

/** Whose device it is and how it comes in; `name` as the person who lets in confirmed it. */
export type Newcomer = Caller & { name: string; how: How };

/**
 * `notNow`: this device may not act, or the server could not be told; the same again later. `notAllowed`: the server
 * refuses this person (RM1, AC4). `removed`: that device was taken out before, and makes new keys first.
 */
export type HandedOver = { ok: true; welcome: Welcome } | { ok: false; why: 'notNow' | 'notAllowed' | 'removed' };

/**
 * Lets a device in from inside (F3.4), after the tap: the server is told, the roster gets a line, the room a box, and
 * the newcomer the welcome that is to be proved to it. Done twice it lets in once: a page that died halfway goes on.
 */
export async function handOver(room: SealedRoom, newcomer: Newcomer): Promise<HandedOver> {
	const { book, circle, ports } = room;
	const { device, person, name, label, flags, how } = newcomer;
	const standing = () => circle.roster.devices.get(device.id)?.standing;
	// A key to write under comes first (F8); who is up to date sees to that (BookDuties).
	if (!book.parts.gate.maySeal) return { ok: false, why: 'notNow' };
	if (standing() === 'removed') return { ok: false, why: 'removed' };
	try {
		await ports.admission?.letIn(person);
	} catch (error) {
		return { ok: false, why: error instanceof NotAllowed ? 'notAllowed' : 'notNow' };
	}
	if (standing() !== 'live') {
		if (!book.parts.gate.maySeal) return { ok: false, why: 'notNow' };
		const content = { device, person, name, label, how, flags, sheetBlob: new Uint8Array(0) };
		const admit = await circle.sign({ kind: 'admit', ...content });
		await book.publishRecords([admit.bytes]);
		await book.duties!.writeEnv();
	}
	return welcomeOf(room, device);
}

async function welcomeOf({ circle, roomId }: SealedRoom, device: PublicDevice): Promise<HandedOver> {
	const { roster, keys } = circle;
	const generation = roster.writeGeneration;
	const key = generation && keys.proven(generation, roster);
	const inside = roster.devices.get(device.id);
	// SR11: for a live device only; somebody may have taken it out again meanwhile.
	if (inside?.standing === 'removed') return { ok: false, why: 'removed' };
	if (!generation || !key || inside?.standing !== 'live') return { ok: false, why: 'notNow' };
	const lockbox = await makeLockbox(fromHex(roomId), generation, key, device);
	return { ok: true, welcome: { roomId, lockbox, heads: roster.heads } };
}
