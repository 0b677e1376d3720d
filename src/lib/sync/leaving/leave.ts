import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';

const PATIENCE_MS = 10_000;

/** `unsent`: words of this page are not at the server yet, and would be gone with it; nothing has happened. */
export type Leaving = 'left' | 'unsent';

/** All that was typed here is at the server. */
export function isAllSent(room: SealedRoom): boolean {
	return room.opened.every(({ where }) => where.state === 'sent');
}

/**
 * Leaves a tablet on which nothing stays (F14): waits until everything is sent, then closes and forgets keys and
 * text. Leaving is no removal: the others would refuse this device's last words if nobody had read them yet. So it
 * stays on the list, marked, until somebody takes it off.
 */
export async function leave(room: SealedRoom, { evenIfUnsent = false } = {}): Promise<Leaving> {
	if (!evenIfUnsent) {
		await room.flush();
		const isSent = await waitFor(() => isAllSent(room), room.opened, room.ports.scheduler, PATIENCE_MS);
		if (!isSent) return 'unsent';
	}
	const { keepsNothing } = room.settings;
	await room.close({ keepsWords: !keepsNothing });
	if (keepsNothing) await room.store.wipe();
	return 'left';
}
