import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';

const PATIENCE_MS = 10_000;
/** Whoever chose to wait: longer than the wire may wait before it tries again (../wire/backOff). */
const MORE_PATIENCE_MS = 30_000;

/** `unsent`: words of this page are not at the server yet, and would be gone with it; nothing has happened. */
export type Leaving = 'left' | 'unsent';

/** All that was typed here is at the server. */
export function isAllSent(room: SealedRoom): boolean {
	return room.opened.every(({ where }) => where.state === 'sent');
}

export type LeavingHow = { evenIfUnsent?: boolean; isPatient?: boolean };

/**
 * Leaves a tablet on which nothing stays (F14): waits until everything is sent, then closes and forgets keys and
 * text. Leaving is no removal: the others would refuse this device's last words if nobody had read them yet. So it
 * stays on the list, marked, until somebody takes it off.
 */
export async function leave(room: SealedRoom, { evenIfUnsent, isPatient }: LeavingHow = {}): Promise<Leaving> {
	if (!evenIfUnsent) {
		await room.flush();
		const patience = isPatient ? MORE_PATIENCE_MS : PATIENCE_MS;
		const isSent = await waitFor(() => isAllSent(room), room.opened, room.ports.scheduler, patience);
		if (!isSent) return 'unsent';
	}
	const { keepsNothing } = room.settings;
	await room.close({ keepsWords: !keepsNothing });
	if (keepsNothing) await room.store.wipe();
	return 'left';
}
