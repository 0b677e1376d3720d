import type { DeviceId } from '#lib/crypto/device/device.ts';
import { NotAllowed } from '../admission.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { removeDevices, type Removal } from './remove.ts';

/** `asked`: it waits for a second member (RM2). `notAllowed`, `offline`: the server did not take it. */
export type AskedOut = Removal | 'asked' | 'notAllowed' | 'offline';

/**
 * Two members together take somebody out (RM2): the first press is written down at the server and changes nothing
 * inside; with the second the devices go, at once. Whoever goes round this screen is seen by all.
 */
export async function askOut(room: SealedRoom, person: string, devices: readonly DeviceId[]): Promise<AskedOut> {
	try {
		const answer = await room.ports.admission?.letOut(person);
		if (answer === 'needsAnother') return 'asked';
	} catch (error) {
		return error instanceof NotAllowed ? 'notAllowed' : 'offline';
	}
	return removeDevices(room, devices);
}

/** Takes one's own asking back. */
export async function takeBack(room: SealedRoom, person: string): Promise<boolean> {
	const kept = room.ports.admission?.keepIn(person);
	return (kept ?? Promise.resolve()).then(() => true, () => false);
}
