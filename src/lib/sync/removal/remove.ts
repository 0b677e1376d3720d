import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import { NotAllowed } from '../admission.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { rotate } from './rotate.ts';

const TRIES = 3;

/** `notNow`: not inside, or not connected and up to date; nothing has happened. */
export type Removal = 'removed' | 'notNow';

/** All that a person can come in with: live devices and sheets (F8). */
export function everythingOf({ circle }: SealedRoom, person: string): RosterDevice[] {
	return circle.live.filter((device) => device.person === person);
}

/**
 * Takes devices out, at once and for good (F8). Who may take out whom is asked by the screens and the server (RM2);
 * here it is only seen by all. What they have seen stays known to them.
 */
export async function removeDevices(room: SealedRoom, devices: readonly DeviceId[]): Promise<Removal> {
	const outcome = await takeOut(room, devices);
	if (outcome === 'removed') await tellServer(room, devices);
	return outcome;
}

/** The first lock follows: nobody of whom nothing is in any more gets the ciphertext either. */
async function tellServer(room: SealedRoom, devices: readonly DeviceId[]): Promise<void> {
	const { circle, ports } = room;
	const persons = new Set(devices.map((id) => circle.roster.devices.get(id)!.person));
	for (const person of persons) {
		if (everythingOf(room, person).length > 0) continue;
		try {
			await ports.admission?.letOut(person);
		} catch (error) {
			// The server waits for a second member (RM2); the keys do not.
			if (!(error instanceof NotAllowed)) room.book.notices.say('trouble', true);
		}
	}
}

async function takeOut({ book, circle }: SealedRoom, devices: readonly DeviceId[]): Promise<Removal> {
	const isOut = (id: DeviceId) => circle.roster.devices.get(id)?.standing === 'removed';
	for (let i = 0; i < TRIES; i++) {
		const left = devices.filter((id) => !isOut(id) && id !== circle.device.id);
		if (left.length === 0) return 'removed';
		// News may have come while it was built; then once more, with that news in it.
		if (await rotate(book.parts, left)) return 'removed';
	}
	return 'notNow';
}
