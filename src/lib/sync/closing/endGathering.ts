import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';

const PATIENCE_MS = 10_000;

/** Ends a gathering's document (RT1): empties its log where it is open, and wipes what this device keeps of it. */
export async function endGathering(room: SealedRoom, name: `g${number}`): Promise<void> {
	const document = room.opened.find((one) => one.name === name);
	if (document?.parts.gate.mayAct) {
		document.parts.log.clear();
		await waitFor(() => document.isStored, [document], room.ports.scheduler, PATIENCE_MS);
	}
	await document?.close({ keepsWords: false });
	await room.ends.wipe(name);
	room.forget(name);
}
