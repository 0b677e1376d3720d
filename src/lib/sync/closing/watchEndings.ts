import { CLOSE } from '../protocol.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { endGathering } from './endGathering.ts';
import { endRoom } from './endRoom.ts';

/**
 * Ends the room, or the document of a gathering, when its time has come on this device. That the server says it is
 * gone (4410) ends nothing: then a notice says so, and the copy here stays until somebody decides (SR35).
 */
export function watchEndings(room: SealedRoom): () => void {
	const { book, closing, ends } = room;
	let isEnding = false;

	async function look(): Promise<void> {
		const saysErased = room.opened.some(({ refusal }) => refusal === CLOSE.erased);
		book.notices.say('erasedByServer', saysErased && !closing.isInEffect);
		if (isEnding || (!closing.isInEffect && ends.due.length === 0)) return;
		isEnding = true;
		try {
			for (const name of ends.due) await endGathering(room, name as `g${number}`);
			if (closing.isInEffect) await endRoom(room);
		} finally {
			isEnding = false;
		}
	}

	const again = () => void look();
	const stop = [book, closing, ends].map((teller) => teller.onChange(again));
	again();
	return () => stop.forEach((end) => end());
}
